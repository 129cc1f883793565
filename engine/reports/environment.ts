import type { IndicatorsDocument } from '../../schemas/generated/indicators.ts';
import type { SettingsDocument } from '../../schemas/generated/settings.ts';
import type { ReportEnvironment } from './part-builder.ts';

type Documents = {
  readonly ledgers: ReportEnvironment['ledgers'];
  readonly settings: SettingsDocument;
  readonly indicators?: IndicatorsDocument;
};

/** What the reports of a company are compiled against. */
export const reportEnvironment = ({ ledgers, settings, indicators }: Documents): ReportEnvironment => ({
  ledgers,
  settings: settings.settings,
  indicators: indicators?.indicators ?? {},
});
