import { useState } from 'react';
import { readsAs } from '#engine';
import type { Problem, RuleFinding, RuleSettingPage, RuleSettingView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { CardSkeletons, ErrorNote, Note } from '../components/states.tsx';
import { defaultLocale, type Locale, pick } from '../i18n/locale.ts';
import { namesOf } from '../i18n/names-of.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { filled } from './filled.ts';
import { History } from './history.tsx';
import { Processes } from './processes.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { SettingBox, settingText } from './setting-value.tsx';
import { useSettingCheck } from './use-setting-check.ts';

export interface SettingDialogProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** One setting: its value to change, whom that concerns, and what it was before. */
export function SettingDialog({ id, title, onClose }: SettingDialogProps) {
  const path = `/api/settings/${encodeURIComponent(id)}`;
  const [later, setLater] = useState<RuleSettingPage>();
  const { value, problem, reload } = useLoad<RuleSettingPage>(path);
  const shown = later ?? value;
  const refresh = async () => {
    const answer = await api.get<RuleSettingPage>(path);
    if (answer.ok) setLater(answer.value);
  };
  return (
    <Dialog open wide title={title} onClose={onClose}>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {shown === undefined && problem === undefined && <CardSkeletons count={1} />}
      {shown && (
        <Loaded
          page={shown}
          onMoved={() => void refresh()}
          onSaved={(saved) => {
            setLater(saved);
            announceChange();
          }}
        />
      )}
    </Dialog>
  );
}

interface LoadedProps {
  readonly page: RuleSettingPage;
  readonly onMoved: () => void;
  readonly onSaved: (page: RuleSettingPage) => void;
}

function Loaded({ page: { setting, mayEdit, processes, history }, onMoved, onSaved }: LoadedProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const [value, setValue] = useState(setting.value);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState<'saved' | 'moved'>();
  const say = (text: string) => settingText(setting.type, text, locale);
  const typed = value.trim();
  const isChanged = typed !== setting.value || setting.waiting === true;
  const wrong = issueOf(setting, typed, words.findings);
  const findings = useSettingCheck(setting.id, mayEdit && isChanged && wrong === undefined ? typed : undefined);
  const broken = findings
    .filter(({ severity }) => severity === 'error')
    .map((each) => foundText(each, words.findings, locale));
  const issue = wrong ?? broken[0];
  return (
    <div className="stack">
      {setting.waiting && (
        <Note tone="return" icon="alert">
          <strong>{words.waiting}</strong> {words.waitingText}
        </Note>
      )}
      {said === 'moved' && (
        <div role="alert">
          <Note tone="return" icon="alert">
            <strong>{words.moved}</strong> {words.movedText}
          </Note>
        </div>
      )}
      {!mayEdit && <Note>{words.readOnly}</Note>}
      <SettingBox setting={setting} value={value} issue={issue} readOnly={!mayEdit} onChange={setValue} />
      {setting.source !== undefined && locale === defaultLocale && (
        <p className="small soft">{words.source(setting.source)}</p>
      )}
      {mayEdit && (
        <div className="row">
          <Button
            tone="primary"
            disabled={!isChanged || issue !== undefined}
            onClick={() => {
              setSaid(undefined);
              setSaving(true);
            }}
          >
            {words.save}
          </Button>
          <span role="status">{said === 'saved' && words.saved}</span>
        </div>
      )}
      <Processes processes={processes} />
      <Others setting={setting} />
      <History
        editions={history}
        changesOf={({ value: before }) =>
          before === undefined || before === setting.value ? [] : [words.altered(say(setting.value), say(before))]
        }
        onUse={mayEdit ? ({ value: before }) => before !== undefined && setValue(before) : undefined}
      />
      {saving && (
        <SaveDialog<RuleSettingPage>
          path={`/api/settings/${encodeURIComponent(setting.id)}/editions`}
          base={setting.edition}
          content={{ value: value.trim() }}
          wordsOf={(wrong) => refusalText(wrong, words.findings)}
          onClose={() => setSaving(false)}
          onSaved={(saved) => {
            setSaving(false);
            setSaid('saved');
            setValue(saved.setting.value);
            onSaved(saved);
          }}
          onMoved={() => {
            setSaving(false);
            setSaid('moved');
            onMoved();
          }}
        >
          <h3>{words.changes}</h3>
          <p>{words.altered(say(setting.value), say(value.trim()))}</p>
          <Processes processes={processes} />
        </SaveDialog>
      )}
    </div>
  );
}

/** Ledgers and reports that read the setting too. */
function Others({ setting: { uses } }: { readonly setting: RuleSettingView }) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const others = uses.filter(({ kind }) => kind !== 'process');
  if (others.length === 0) return null;
  const named = others.map(({ kind, title }) => `${pick(title, locale)} (${words.kinds[kind]})`);
  return <p className="small soft">{words.usedBy(namesOf(named, locale))}</p>;
}

type Findings = Readonly<Record<'bad-format' | 'too-small' | 'nothing-changed' | 'in-process' | 'other', string>>;

function issueOf({ type, least }: RuleSettingView, value: string, findings: Findings): string | undefined {
  if (!readsAs(type, value)) return filled(findings['bad-format'], { value });
  return least !== undefined && Number(value) < least
    ? filled(findings['too-small'], { limit: String(least) })
    : undefined;
}

/** What a value would break, in words. */
const foundText = ({ code, params, process }: RuleFinding, findings: Findings, locale: Locale): string =>
  refusalText(
    { code, path: '', params: { ...params, ...(process && { process: pick(process.title, locale) }) } },
    findings,
  );

function refusalText(
  { code, params = {} }: NonNullable<Problem['issues']>[number],
  findings: Findings & Readonly<Record<string, string>>,
): string {
  const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  const known = texts.process === undefined ? findings[code] : findings['in-process'];
  return filled(known ?? findings.other, { ...texts, code });
}
