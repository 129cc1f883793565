import { optionIds } from '../../engine/form/kinds/option.ts';
import type { MatrixField } from '../../schemas/generated/process.ts';

const MONTHS = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const;
const QUARTERS = ['q1', 'q2', 'q3', 'q4'] as const;

export function matrixColumns({ columns }: MatrixField): readonly string[] {
  if (columns === 'months') return MONTHS;
  return columns === 'quarters' ? QUARTERS : optionIds(columns);
}

/** The ids of the rows; undefined where every unit may have one. */
export const matrixRows = ({ rows }: MatrixField): readonly string[] | undefined =>
  rows === 'units' ? undefined : optionIds(rows);
