/** Made by `npm run build:definitions`; absent in a fresh checkout. */
declare module '*/dist/definitions.json' {
  const bundle: unknown;
  export default bundle;
}
