import type { Values } from '#engine';
import type { DraftView, FormView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { formWords } from '../i18n/form.ts';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { DifferenceList } from './difference-list.tsx';
import { differences } from './differences.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { useFormStore } from './scope.tsx';

export type DraftConflictProps = {
  readonly keeper: DraftKeeper;
  readonly forms: readonly FormView[];
  /** The values of the form with what a draft says over them. */
  readonly settled: (draft: DraftView) => Values;
  readonly theirs: DraftView;
  readonly onClose: () => void;
};

/** Two pages saved the same draft: the person chooses which one stays. */
export function DraftConflict({ keeper, forms, settled, theirs, onClose }: DraftConflictProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const zone = zoneOf(useSession());
  const store = useFormStore();
  const other = settled(theirs);
  return (
    <Dialog
      open
      wide
      title={words.conflictTitle}
      onClose={onClose}
      foot={
        <>
          <Button
            onClick={() => {
              store.replaceValues(other);
              keeper.keepTheirs(theirs);
            }}
          >
            {words.conflictKeepTheirs}
          </Button>
          <Button tone="primary" onClick={() => void keeper.keepMine(theirs)}>
            {words.conflictKeepMine}
          </Button>
        </>
      }
    >
      <p>{words.conflictBody}</p>
      <DifferenceList
        list={differences(forms, store.values(), other)}
        before={words.conflictMine}
        after={words.conflictTheirs(formatInstant(theirs.savedAt, zone, locale))}
      />
      <p className="soft small">{words.conflictSame}</p>
    </Dialog>
  );
}
