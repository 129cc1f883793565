import { endingsOf } from '#engine';
import type { FilesField } from '../../schemas/generated/process.ts';
import { Icon } from '../../site/src/components/icon.tsx';
import { filesWords } from '../../site/src/i18n/files.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { maxOf } from './refusal.ts';

type PickersProps = {
  readonly field: FilesField;
  readonly describedBy: string | undefined;
  readonly add: (files: readonly File[]) => void;
};

/** The file list of the machine, and on a phone the camera. */
export function Pickers({ field, describedBy, add }: PickersProps) {
  const words = useWords(filesWords);
  const { accept } = field;
  const onlyPictures = accept?.every((group) => group === 'pictures') === true;
  const take = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <div className="row">
      <label className="button">
        <Icon name="plus" size={18} />
        {onlyPictures ? words.addPictures : words.add}
        <input
          className="unseen"
          type="file"
          multiple={maxOf(field) > 1}
          accept={accept && offered(accept)}
          aria-describedby={describedBy}
          onChange={(event) => take(event.target)}
        />
      </label>
      {(accept === undefined || accept.includes('pictures')) && (
        <label className="button touch-only">
          <Icon name="camera" size={18} />
          {words.takePhoto}
          <input
            className="unseen"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => take(event.target)}
          />
        </label>
      )}
    </div>
  );
}

/** What the chooser offers. Without heic in it phones hand out their pictures as JPEG, which every browser draws. */
const offered = (accept: NonNullable<FilesField['accept']>): string =>
  endingsOf(accept)
    .filter((ending) => ending !== 'heic')
    .map((ending) => `.${ending}`)
    .join();
