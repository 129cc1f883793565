import type { Examples } from '../example.ts';

const MEGABYTE = 1024 * 1024;
const plan = { id: 'a1', name: '方案.pdf', size: 2 * MEGABYTE, type: 'application/pdf', sha256: 'ab'.repeat(32) };
const photo = { id: 'a2', name: '现场.jpg', size: 1, type: 'image/jpeg', sha256: 'cd'.repeat(32) };

/** The browser gives no page the keys for choosing a file, so there are none. */
export const filesExamples: Examples<'files'> = {
  fields: {
    plain: { type: 'files', title: { 'zh-CN': '附件', 'zh-TW': '附件', en: 'Attachments' }, required: true, max: 2 },
    pictures: {
      type: 'files',
      title: { 'zh-CN': '现场照片', 'zh-TW': '現場照片', en: 'Photos of the site' },
      accept: ['pictures'],
      maxSize: 1,
    },
    papers: {
      type: 'files',
      title: { 'zh-CN': '合同与清单', 'zh-TW': '合約與清單', en: 'Contract and lists' },
      accept: ['documents', 'sheets'],
      maxSize: 2,
    },
  },
  takes: {
    plain: [[plan], [plan, photo]],
    pictures: [[photo], [{ ...photo, size: MEGABYTE }]],
    papers: [[plan, { ...plan, id: 'a3', type: 'text/csv' }]],
  },
  refuses: [
    { value: [], code: 'required' },
    { value: ['x'], code: 'wrong-type', under: '/0' },
    { value: [{ ...plan, path: '/etc' }], code: 'unknown-field', under: '/0/path' },
    { value: [{ ...plan, size: -1 }], code: 'wrong-type', under: '/0/size' },
    { value: [{ ...plan, sha256: 'AB'.repeat(32) }], code: 'wrong-type', under: '/0/sha256' },
    { value: [{ ...plan, name: 'x\u0000' }], code: 'ill-formed-text', under: '/0/name' },
    { value: [{ ...plan, name: 'x'.repeat(256) }], code: 'too-long', under: '/0/name' },
    { value: [plan, plan], code: 'not-unique', under: '/1' },
    { value: [plan, photo, { ...plan, id: 'a3' }], code: 'too-many' },
    { field: 'pictures', value: [photo, { ...plan, size: 1 }], code: 'file-type', under: '/1' },
    { field: 'pictures', value: [{ ...photo, type: 'image/svg+xml' }], code: 'file-type', under: '/0' },
    { field: 'pictures', value: [{ ...photo, size: MEGABYTE + 1 }], code: 'file-too-big', under: '/0' },
    { field: 'papers', value: [{ ...plan, size: 2 * MEGABYTE + 1 }], code: 'file-too-big', under: '/0' },
  ],
};
