import type { ReportMeasure } from '../../../../schemas/generated/api.ts';
import { Chip } from '../../components/chip.tsx';
import { chartWords } from '../../i18n/report-chart.ts';
import { useWords } from '../../i18n/use-locale.tsx';
import { lightOf } from './light.ts';

const TONES = { good: 'agree', fair: 'return', poor: 'reject' } as const;
const ICONS = { good: 'check', fair: 'info', poor: 'alert' } as const;

/** The light of an indicator: a colour, a sign and a word. */
export function LightWord({ measure, value }: { readonly measure: ReportMeasure; readonly value: string | null }) {
  const words = useWords(chartWords);
  const light = lightOf(measure, value);
  if (light === undefined) return null;
  return (
    <Chip tone={TONES[light]} icon={ICONS[light]}>
      {words[light]}
    </Chip>
  );
}
