// Runs before the first paint, so that a theme chosen by hand does not flash.
(function () {
  var kept = /(?:^|;\s*)tuodi_theme=(light|dark)/.exec(document.cookie);
  var dark = kept ? kept[1] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  var theme = dark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', theme);
  document.documentElement.setAttribute('data-theme', theme);
})();
