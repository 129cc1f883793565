import type { FormView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { ReadValue } from '../fields/read-value.tsx';
import { isSilent, modeOf, needsRows } from '../form/field-mode.ts';
import { IssueList } from '../form/issue-list.tsx';
import { domId, type FieldKey } from '../form/keys.ts';
import { useFormStore, useStatus, useValue } from '../form/scope.tsx';
import { pick } from '../i18n/locale.ts';
import { longFormWords } from '../i18n/long-form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { FormPart } from './parts.ts';

type ReviewProps = {
  readonly id: string;
  readonly form: FormView;
  readonly parts: readonly FormPart[];
  readonly onChange: (key: string) => void;
};

/** Everything as it will be handed in, part by part, with the way back to each. */
export function Review({ id, form, parts, onChange }: ReviewProps) {
  const words = useWords(longFormWords);
  return (
    <div id={id} className="review">
      <p className="soft">{words.reviewHint}</p>
      {parts.map(({ key, name, fields }) => (
        <section className="review-part card" key={key} aria-label={name}>
          <div className="review-head">
            <h3>{name}</h3>
            <Button icon="edit" aria-label={words.changePart(name)} onClick={() => onChange(key)}>
              {words.change}
            </Button>
          </div>
          <dl className="review-grid">
            {fields.map((field) => (
              <ReviewField key={field} place={`${form.id}.${field}`} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const WIDE: ReadonlySet<string> = new Set(['longText', 'table', 'files']);

function ReviewField({ place }: { readonly place: FieldKey }) {
  const locale = useLocale();
  const words = useWords(longFormWords);
  const store = useFormStore();
  const value = useValue(place);
  const status = useStatus(place);
  const node = store.model.nodes.get(place);
  if (node === undefined || !status.visible) return null;
  const { field } = node;
  const mode = modeOf(node, status, store.editable);
  if (isSilent(node, mode, value)) return null;
  const lacks = mode === 'edit' && (status.required || needsRows(field)) && node.kind.isEmpty(value);
  return (
    <div className={field.wide === true || WIDE.has(field.type) ? 'review-field review-wide' : 'review-field'}>
      <dt>{pick(field.title, locale)}</dt>
      <dd>
        {lacks ? <span className="field-issue">{words.missing}</span> : <ReadValue field={field} value={value} />}
        {!lacks && <IssueList id={`${domId(place)}-review`} issues={status.issues} />}
      </dd>
    </div>
  );
}
