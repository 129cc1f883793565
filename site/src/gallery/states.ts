export const STATES = ['fill', 'filled', 'wrong', 'locked', 'computed', 'cell', 'read', 'empty'] as const;
export type GalleryState = (typeof STATES)[number];

export const stateIn = (query: URLSearchParams): GalleryState =>
  STATES.find((state) => state === query.get('state')) ?? 'fill';
