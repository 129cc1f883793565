/** Made by test/support/bundle-company.ts; absent in a fresh checkout. */
declare module '*/dist/company.json' {
  const bundle: unknown;
  export default bundle;
}
