export const ReadLongText = ({ value }: { readonly value: unknown }) => (
  <span className="read-long">{String(value)}</span>
);
