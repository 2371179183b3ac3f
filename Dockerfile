# syntax=docker/dockerfile:1
# Genwatch's own images, each a target: exporter, console, simulator, and a Grafana with the app.
#   docker build --target exporter -t genwatch-exporter .

FROM node:20.19.5-bookworm-slim AS build
WORKDIR /genwatch
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .

FROM build AS services
RUN npm run bundle

FROM build AS plugin
RUN npm run build

# One file, Node, and a user without rights.
FROM node:20.19.5-bookworm-slim AS service
ENV NODE_ENV=production
WORKDIR /genwatch
USER node

FROM service AS exporter
COPY --from=services /genwatch/artifacts/services/exporter/main.js exporter.js
ENV GENWATCH_LISTEN=0.0.0.0:9464
EXPOSE 9464
CMD ["node", "exporter.js"]

FROM service AS console
COPY --from=services /genwatch/artifacts/services/console/main.js console.js
COPY docs/runbooks runbooks
ENV GENWATCH_LISTEN=0.0.0.0:9465 GENWATCH_RUNBOOKS=/genwatch/runbooks
EXPOSE 9465
CMD ["node", "console.js"]

FROM service AS simulator
COPY --from=services /genwatch/artifacts/services/demo/simulator/main.js simulator.js
ENV GENWATCH_LISTEN=0.0.0.0:9466
EXPOSE 9466
CMD ["node", "simulator.js"]

FROM grafana/grafana:12.3.0 AS grafana
COPY --from=plugin /genwatch/dist /usr/share/genwatch/plugins/genwatch-codegen-app
ENV GF_PATHS_PLUGINS=/usr/share/genwatch/plugins \
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=genwatch-codegen-app,genwatch-codegen-datasource \
    GF_PLUGINS_PREINSTALL_DISABLED=true
