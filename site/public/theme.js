// Runs before the first paint, so that a dark page never flashes white. 'system' follows the machine.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let choice = 'system';
    try {
      choice = localStorage.getItem('formloop.theme') ?? 'system';
    } catch {
      // A browser that forbids storage follows the machine.
    }
    const system = dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = choice === 'dark' || choice === 'light' ? choice : system;
  };
  dark.addEventListener('change', apply);
  addEventListener('formloop:theme', apply);
  apply();
})();
