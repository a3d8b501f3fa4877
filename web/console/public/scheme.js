// Runs before the first paint, so that a scheme chosen by hand does not flash.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('tuodi-scheme');
  } catch (_) {
    // Storage may be refused: the system decides then.
  }
  var dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  var root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
})();
