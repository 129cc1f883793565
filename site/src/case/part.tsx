import type { ReactNode } from 'react';

type PartProps = {
  readonly title: string;
  /** What an address may lead to. */
  readonly id?: string;
  readonly note?: string;
  /** What kind of part it is: on a phone the kinds have an order of their own. */
  readonly kind?: 'form' | 'waiting';
  readonly children: ReactNode;
};

/** One part of the case page under its name. */
export const Part = ({ title, id, note, kind, children }: PartProps) => (
  <section id={id} className="card case-part" data-part={kind}>
    <h2 className="case-part-title">{title}</h2>
    {note !== undefined && <p className="soft small">{note}</p>}
    {children}
  </section>
);
