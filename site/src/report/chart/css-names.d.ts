import 'react';

declare module 'react' {
  /** What the styles of charts are told by their components. */
  interface CSSProperties {
    '--chart-value'?: string;
    '--chart-bubble'?: string;
    '--chart-weekday'?: string;
    '--columns-2'?: number;
    '--columns-3'?: number;
    '--columns-5'?: number;
    '--columns-7'?: number;
  }
}
