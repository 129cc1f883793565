import { expect, test } from 'vitest';
import { endingsOf, isDrawn, typeOfName, typesOf } from '../../../engine/form/file-types.ts';

test.each([
  ['照片.JPG', 'image/jpeg'],
  ['photo.jpeg', 'image/jpeg'],
  ['archive.tar.zip', 'application/zip'],
  ['list.csv', 'text/csv'],
  ['picture.svg', undefined],
  ['page.html', undefined],
  ['zip', undefined],
  ['.zip', 'application/zip'],
  ['plan.docx ', undefined],
  ['x.constructor', undefined],
])('%s stands for %s', (name, type) => expect(typeOfName(name)).toBe(type));

test('a type of two groups is named once', () => {
  expect(typesOf(['sheets', 'text']).filter((type) => type === 'text/csv')).toHaveLength(1);
  expect(endingsOf(['sheets', 'text']).filter((ending) => ending === 'csv')).toHaveLength(1);
});

test('of what is accepted only four kinds of pictures are shown in a page', () => {
  const all = typesOf(['pictures', 'documents', 'sheets', 'slides', 'archives', 'audio', 'video', 'text']);
  expect(all.filter(isDrawn)).toEqual(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
  expect(all.filter((type) => /html|svg|xml$|script/.test(type))).toEqual([]);
});
