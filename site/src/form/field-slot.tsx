import { memo } from 'react';
import { GroupView } from '../../../fields/group/view.tsx';
import { HeadingView } from '../../../fields/heading/view.tsx';
import type { Field } from '../../../schemas/generated/process.ts';
import { choiceLook } from '../fields/choice-look.ts';
import { ComputedView } from '../fields/computed.tsx';
import { ReadValue } from '../fields/read-value.tsx';
import { FieldView } from '../fields/views.tsx';
import { formWords } from '../i18n/form.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { isSilent, modeOf, needsRows } from './field-mode.ts';
import { IssueList } from './issue-list.tsx';
import { domId, type FieldKey } from './keys.ts';
import { useFormStore, useStatus, useValue } from './scope.tsx';

const GROUPS: ReadonlySet<Field['type']> = new Set([
  'rating',
  'choices',
  'dateRange',
  'dateTime',
  'files',
  'table',
  'people',
  'matrix',
  'questions',
  'answers',
  'signature',
  'units',
  'region',
  'richText',
]);
const WIDE: ReadonlySet<Field['type']> = new Set([
  'longText',
  'table',
  'files',
  'choices',
  'matrix',
  'questions',
  'answers',
  'richText',
  'signature',
]);

/** Drawn as several controls: its name is text beside them, not a label of one. */
const isGroup = (field: Field, required: boolean): boolean =>
  GROUPS.has(field.type) ||
  (field.type === 'choice' && choiceLook(field) === 'radio') ||
  (field.type === 'flag' && required);

/** One field of the form with its name, its help and what is wrong with it; nothing while it is hidden. */
export const FieldSlot = memo(function FieldSlot({ path }: { readonly path: FieldKey }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const status = useStatus(path);
  const node = store.model.nodes.get(path);
  if (node === undefined || !status.visible) return null;
  const { field } = node;
  const id = domId(path);
  if (field.type === 'heading') return <HeadingView field={field} id={id} />;
  if (field.type === 'group') {
    return (
      <GroupView field={field} id={id}>
        {field.members.map((member) => (
          <FieldSlot key={member} path={`${node.form}.${member}`} />
        ))}
      </GroupView>
    );
  }
  const mode = modeOf(node, status, store.editable);
  if (isSilent(node, mode, store.value(path))) return null;
  const wide = field.wide === true || WIDE.has(field.type);
  const describedBy = [field.help && `${id}-help`, status.issues.length > 0 && `${id}-issue`].filter(Boolean).join(' ');
  const name = (
    <>
      {pick(field.title, locale)}
      {(status.required || needsRows(field)) && mode === 'edit' && (
        <span className="field-required" aria-hidden="true">
          *
        </span>
      )}
      {mode === 'computed' && <span className="field-mark">{words.computed}</span>}
    </>
  );
  const help = field.help !== undefined && (
    <p className="field-help" id={`${id}-help`}>
      {pick(field.help, locale)}
    </p>
  );
  return (
    <div className={wide ? 'field slot slot-wide' : 'field slot'} data-kind={field.type}>
      {mode === 'edit' && !isGroup(field, status.required) ? (
        <label className="field-label" id={`${id}-label`} htmlFor={id}>
          {name}
        </label>
      ) : (
        <span className="field-label" id={`${id}-label`}>
          {name}
        </span>
      )}
      {wide && help}
      {mode === 'computed' ? (
        <ComputedView field={field} place={path} id={id} />
      ) : mode === 'edit' ? (
        <FieldView
          field={field}
          place={path}
          id={id}
          required={status.required}
          invalid={status.issues.length > 0}
          describedBy={describedBy || undefined}
        />
      ) : (
        <ReadSlot field={field} place={path} id={id} />
      )}
      {!wide && help}
      <IssueList id={`${id}-issue`} issues={status.issues} />
    </div>
  );
});

const ReadSlot = ({ field, place, id }: { readonly field: Field; readonly place: FieldKey; readonly id: string }) => (
  <div className="read-slot" id={id} tabIndex={-1}>
    <ReadValue field={field} value={useValue(place)} />
  </div>
);
