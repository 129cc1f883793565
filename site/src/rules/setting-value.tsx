import { ruleSpeaker } from '#engine';
import type { RuleSettingView } from '../../../schemas/generated/api.ts';
import { durationText } from '../case/duration-text.ts';
import { FieldFrame } from '../components/field-frame.tsx';
import { formatDecimal, formatMoney, formatPercent } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type SettingType = RuleSettingView['type'];

/** A value as people read it: `2 个工作日`, `15%`, `¥5,000.00`. */
export function settingText(type: SettingType, value: string, locale: Locale): string {
  switch (type) {
    case 'money':
      return formatMoney(value, locale);
    case 'percent':
      return formatPercent(value, locale);
    case 'integer':
    case 'decimal':
      return formatDecimal(value, locale);
    case 'duration':
      return durationText(value, locale);
    case 'point':
      return ruleSpeaker(locale).point(value).trim();
    default:
      return value;
  }
}

export interface SettingBoxProps {
  readonly setting: RuleSettingView;
  readonly value: string;
  readonly issue: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** The control for a value of its type. */
export function SettingBox({ setting: { type, least }, value, issue, readOnly, onChange }: SettingBoxProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  if (type === 'duration') return <DurationBox value={value} issue={issue} readOnly={readOnly} onChange={onChange} />;
  const suffix = type === 'money' || type === 'percent' ? words.suffix[type] : undefined;
  const hint =
    type === 'point' ? pointHint(value, words, locale) : least === undefined ? undefined : words.least(least);
  return (
    <FieldFrame label={suffix === undefined ? words.value : `${words.value} (${suffix})`} issue={issue} hint={hint}>
      {(control) => (
        <input
          {...control}
          className="input mono"
          inputMode={type === 'point' ? 'text' : 'decimal'}
          maxLength={40}
          readOnly={readOnly}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

type PointWords = { readonly pointHelp: string; readonly readAs: (words: string) => string };

/** What a point that can be read says, and how others are written. */
function pointHint(value: string, { pointHelp, readAs }: PointWords, locale: Locale): string {
  const said = settingText('point', value.trim(), locale);
  return said === value.trim() ? pointHelp : `${readAs(said)} ${pointHelp}`;
}

const UNITS = ['wd', 'd', 'wh', 'h'] as const;

/** A number and its unit; weekdays and the like are written out. */
function DurationBox({ value, issue, readOnly, onChange }: Omit<SettingBoxProps, 'setting'>) {
  const words = useWords(rulesWords);
  const [, count, unit] = /^(\d*)(wd|wh|d|h)$/.exec(value) ?? [];
  const known = UNITS.find((each) => each === unit);
  return (
    <div className="rule-duration">
      <FieldFrame label={words.value} issue={issue} hint={known === undefined ? words.durationHelp : undefined}>
        {(control) => (
          <input
            {...control}
            className="input mono"
            inputMode={known === undefined ? 'text' : 'numeric'}
            maxLength={40}
            readOnly={readOnly}
            autoComplete="off"
            value={known === undefined ? value : (count ?? '')}
            onChange={(event) => onChange(event.target.value + (known ?? ''))}
          />
        )}
      </FieldFrame>
      <FieldFrame label={words.unit}>
        {(control) => (
          <select
            {...control}
            className="input"
            disabled={readOnly}
            value={known ?? 'other'}
            onChange={({ target }) => {
              const next = UNITS.find((each) => each === target.value);
              onChange(next === undefined ? (count ?? '') : `${count ?? ''}${next}`);
            }}
          >
            {UNITS.map((each) => (
              <option key={each} value={each}>
                {words.units[each]}
              </option>
            ))}
            <option value="other">{words.units.other}</option>
          </select>
        )}
      </FieldFrame>
    </div>
  );
}
