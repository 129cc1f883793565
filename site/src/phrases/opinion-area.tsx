import { useRef } from 'react';
import { fetched } from '../components/fetched.tsx';
import { TextArea, type TextAreaProps } from '../components/field-frame.tsx';

/** The box is there at once; what may be put into it comes when it has been read. */
const Phrases = fetched(
  async () => (await import('./phrases.tsx')).Phrases,
  () => <div className="phrases" />,
);

/** A box for an opinion or a reason with the phrases often used for the action. */
export function OpinionArea({ act, ...area }: Omit<TextAreaProps, 'box'> & { readonly act: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="opinion">
      <TextArea {...area} box={box} />
      <Phrases act={act} box={box} text={area.value} />
    </div>
  );
}
