import { type KeyboardEvent, useEffect } from 'react';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useReadScope } from '../../site/src/form/scope.tsx';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';
import { ChoiceMatrix } from './choice-matrix.tsx';
import { moveInMatrix } from './keys.ts';
import { columnsOf, rowsOf } from './names.ts';
import { NumberMatrix } from './number-matrix.tsx';

/** Lines against columns: a choice a line, or a number in each cell. */
export function MatrixView(props: FieldProps<'matrix'>) {
  const { field } = props;
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const needsUnits = field.rows === 'units';
  useEffect(() => {
    if (needsUnits) void directory.loadUnits();
  }, [directory, needsUnits]);
  const rows = rowsOf(field, directory.units() ?? [], locale);
  const columns = columnsOf(field, locale);
  const isChoice = field.cell === 'choice';
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (!isChoice) moveInMatrix(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that the cells do not use move between them
    <div {...groupProps(props)} {...asGroup} className="matrix-box" onKeyDown={move}>
      {isChoice ? <ChoiceMatrix {...{ props, rows, columns }} /> : <NumberMatrix {...{ props, rows, columns }} />}
    </div>
  );
}
