/** The page: what is known at once, then the settings of Grafana's packages, then the host. */
export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Genwatch preview</title>
    <base href="/" />
    <link rel="icon" href="/public/plugins/app/img/logo.svg" />
    <link rel="stylesheet" href="/preview/host.css" />
  </head>
  <body>
    <div id="reactRoot"></div>
    <script src="/preview/settings.js"></script>
    <script src="/preview/boot.js"></script>
    <script type="module" src="/preview/host.js"></script>
  </body>
</html>
`;
