import { Chip } from '../components/chip.tsx';
import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';

/** An edition that the definitions of today do not take any more. */
export function WaitingMark() {
  const words = useWords(rulesWords);
  return (
    <span>
      <Chip tone="return" icon="alert">
        {words.waiting}
      </Chip>
    </span>
  );
}
