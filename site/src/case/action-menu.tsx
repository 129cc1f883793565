import { type ReactNode, useId, useRef } from 'react';

type ActionMenuProps = {
  readonly name: string;
  /** What it holds has a place of its own on a desk. */
  readonly phoneOnly?: boolean;
  readonly children: ReactNode;
};

/** Actions that are needed less often, one press away. */
export function ActionMenu({ name, phoneOnly = false, children }: ActionMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        className={phoneOnly ? 'button action-more action-phone' : 'button action-more'}
        popoverTarget={id}
      >
        {name}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: whatever is pressed inside closes the menu */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press by key is a click of the button inside */}
      <div ref={menu} id={id} popover="auto" className="action-menu" onClick={() => menu.current?.hidePopover()}>
        {children}
      </div>
    </>
  );
}
