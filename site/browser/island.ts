import { createElement, type FunctionComponent } from 'react';
import { createRoot } from 'react-dom/client';

type Props = Readonly<Record<string, unknown>>;

/**
 * Puts a component in the place that was prerendered for it. What was prerendered is the frame everybody sees before
 * anything is known of them, so it is drawn anew rather than adopted: the same in the same task, without a flicker.
 */
const island =
  (place: HTMLElement) =>
  (component: FunctionComponent<Props>, props: Props): void => {
    place.replaceChildren();
    const root = createRoot(place);
    root.render(createElement(component, props));
    place.addEventListener('astro:unmount', () => root.unmount(), { once: true });
  };

// Astro asks for the default export of a renderer.
export { island as default };
