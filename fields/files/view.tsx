import { fileList } from '../../site/src/fields/lists.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { fileGroupWords, filesWords } from '../../site/src/i18n/files.ts';
import { listOf } from '../../site/src/i18n/list-of.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { ComingFiles } from './coming.tsx';
import { KeptFiles } from './kept.tsx';
import { Pickers } from './pickers.tsx';
import { maxOf, maxSizeOf, refusalsOf } from './refusal.ts';
import { isFinal } from './uploads.ts';
import { useDropAndPaste } from './use-drop-and-paste.ts';
import { useUploads } from './use-uploads.ts';

/** Files to choose, drop, paste or photograph; each is uploaded at once, and the form holds what has arrived. */
export function FilesView(props: FieldProps<'files'>) {
  const { field, place, describedBy } = props;
  const store = useFormStore();
  const kept = fileList(useValue(place)).length;
  const { uploads, sending, latest } = useUploads(place);
  const words = useWords(filesWords);
  const room = maxOf(field) - kept - sending.filter((one) => !isFinal(one)).length;
  const add = (files: readonly File[]) => {
    uploads.add(refusalsOf(files, field, room));
    store.leave(place);
  };
  const hint = `${props.id}-hint`;
  return (
    <div
      {...groupProps({ ...props, describedBy: [describedBy, hint].filter(Boolean).join(' ') })}
      {...asGroup}
      {...useDropAndPaste(add)}
      className="files-box"
    >
      <KeptFiles place={place} max={maxOf(field)} />
      <ComingFiles uploads={uploads} sending={sending} />
      {room > 0 && <Pickers field={field} describedBy={hint} add={add} />}
      <Hint id={hint} field={field} room={room} />
      <span className="unseen" role="status">
        {latest !== undefined && words.added(latest)}
      </span>
    </div>
  );
}

function Hint({ id, field, room }: Pick<FieldProps<'files'>, 'id' | 'field'> & { readonly room: number }) {
  const words = useWords(filesWords);
  const groups = useWords(fileGroupWords);
  const locale = useLocale();
  if (room <= 0)
    return (
      <p id={id} className="field-help">
        {words.full(maxOf(field))}
      </p>
    );
  const limits = words.limits(maxSizeOf(field), maxOf(field));
  const kinds =
    field.accept &&
    listOf(
      field.accept.map((group) => groups[group]),
      locale,
    );
  return (
    <p className="field-help">
      <span id={id}>{kinds === undefined ? limits : words.kindsAnd(kinds, limits)}</span>
      <span className="fine-only">{words.dropHint}</span>
    </p>
  );
}
