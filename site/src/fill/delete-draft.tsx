import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import type { DraftKeeper } from '../form/draft-keeper.ts';
import { commonWords } from '../i18n/common.ts';
import { formWords } from '../i18n/form.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

/** Gives the draft up, after asking. */
export function DeleteDraft({ keeper }: { readonly keeper: DraftKeeper }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const { cancel } = useWords(commonWords);
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await keeper.remove();
    location.assign(page('/start/', locale));
  };
  return (
    <>
      <Button tone="plain" icon="trash" onClick={() => setAsking(true)}>
        {words.deleteDraft}
      </Button>
      <Dialog
        open={asking}
        title={words.deleteDraft}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{cancel}</Button>
            <Button tone="reject" icon="trash" onClick={remove}>
              {words.deleteDraft}
            </Button>
          </>
        }
      >
        <p>{words.deleteDraftConfirm}</p>
      </Dialog>
    </>
  );
}
