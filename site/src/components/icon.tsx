const paths = {
  home: 'M3 11.2 12 4l9 7.2M5.5 9.5V20h4.8v-5.5h3.4V20h4.8V9.5',
  plus: 'M12 5v14M5 12h14',
  book: 'M5 4.5h11.5A2.5 2.5 0 0 1 19 7v12.5H7.5A2.5 2.5 0 0 1 5 17zM5 17a2.5 2.5 0 0 1 2.5-2.5H19M9 8h6',
  shield: 'M12 3.5 19 6v5.5c0 4.2-2.8 7.4-7 9-4.2-1.6-7-4.8-7-9V6zM9 12l2.2 2.2L15.2 10',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.500h15M8.5 3.500V7.500M15.5 3.500V7.500M8.500 15l2.200 2.200 4.300-4.200',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20.5 20.5',
  star: 'm12 4 2.5 5.1 5.6.8-4 3.9.9 5.6-5-2.7-5 2.7.9-5.6-4-3.9 5.6-.8z',
  close: 'M6 6l12 12M18 6 6 18',
  right: 'm9 5.5 6.5 6.5L9 18.5',
  left: 'M15 5.5 8.5 12l6.5 6.5',
  down: 'm5.5 9 6.5 6.5L18.5 9',
  up: 'm5.5 15 6.5-6.5 6.5 6.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.2',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 11v5M12 8v.2',
  inbox: 'M4 13.5 6.5 5.5h11L20 13.5V19H4zM4 13.5h4.5a3.5 3.5 0 0 0 7 0H20',
  draft: 'M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5M9.5 13h5.5M9.5 16.5h3.5',
  edit: 'M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7M10.5 10.5v5.5M13.5 10.5v5.5',
  file: 'M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.500c.6-3.2 3-5 6.5-5s5.9 1.8 6.5 5M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.800c2 .6 3.2 2.2 3.6 4.7',
  exit: 'M14 4.500H5.500v15H14M10.5 12H20M16.5 8.5 20 12l-3.5 3.5',
  globe:
    'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M3.5 12h17M12 3.500c2.5 2.4 3.7 5.2 3.7 8.500s-1.2 6.1-3.7 8.500c-2.5-2.4-3.7-5.2-3.7-8.500s1.2-6.1 3.7-8.5',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700L11.5 6.800M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1.5-1.5',
  branch: 'M6 4v16M6 12h6a5 5 0 0 0 5-5V4',
  send: 'M4 12 20.5 4.5 15 20l-3.5-6.500zM11.5 13.5 20.5 4.5',
  back: 'M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v1.5',
  comment: 'M4 5h16v11H11l-4.5 4v-4H4z',
  copy: 'M9 9h11v11H9zM5 15.5H4V4h11.500v1',
  camera: 'M4 8h3.5L9 5.500h6L16.500 8H20v11H4zM12 10.200a3.300 3.300 0 1 0 0 6.600 3.300 3.300 0 0 0 0-6.600',
  swap: 'M4 8.500h13.500M14 5l3.500 3.500L14 12M20 15.500H6.500M10 12l-3.500 3.500L10 19',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 13.500h10V20H7z',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside words; it says nothing on its own. */
export const Icon = ({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
);
