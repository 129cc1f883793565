/** How far out of sight rows are made ready. */
const AHEAD = '700px 0px';

type Heard = (near: boolean, height: number) => void;

/** Tells parts of a long table whether they are in sight or nearly so. `root`: what they scroll in; null: the page. */
export function createNearness(root: Element | null) {
  const heard = new WeakMap<Element, Heard>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        heard.get(target)?.(isIntersecting, boundingClientRect.height);
    },
    { root, rootMargin: AHEAD },
  );
  return {
    watch(element: Element, listener: Heard): () => void {
      heard.set(element, listener);
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    stop: () => observer.disconnect(),
  };
}

export type Nearness = ReturnType<typeof createNearness>;
