import { header } from '../bundle';
import { type ServerAddresses } from './serverAddresses';

/** What an installation says of its database; everything else the settings know. */
export interface Database {
  /** `host:port`. */
  readonly address: string;
  readonly name: string;
  /** `disable`, `require`, `verify-ca` or `verify-full`. */
  readonly sslMode: string;
}

/** A server on the same machine, whose database has the name that the documentation uses. */
export const LOCAL_DATABASE: Database = { address: '127.0.0.1:5432', name: 'app', sslMode: 'disable' };

/** Variables of the provisioning files that are no secrets, one `NAME=value` a line: for systemd, Docker and `set -a`. */
export function environmentFile(servers: ServerAddresses, database: Database, dashboards: string): string {
  return `${header('src/catalog/settings')}#
# Grafana's provisioning files beside this one read these variables. systemd: EnvironmentFile=<this file> in a drop-in of
# grafana-server.service; Docker: --env-file; a shell: set -a; . <this file>. A variable set after it wins.
#
# Secrets do not belong here. Set them where Grafana gets its other secrets:
#   GENWATCH_POSTGRES_PASSWORD   password of the role that reads
#   GENWATCH_EXPORTER_TOKEN      bearer token of the exporter, where it asks for one
#   GENWATCH_REVIEW_SECRET       what the exporter's GENWATCH_REVIEW_SECRET_FILE holds, to let Editors review tests

# The database, and the role of sql/read-only-role.sql. Elsewhere than on this machine, use require or verify-full.
GENWATCH_POSTGRES_ADDRESS=${database.address}
GENWATCH_POSTGRES_DATABASE=${database.name}
GENWATCH_POSTGRES_USER=genwatch_reader
GENWATCH_POSTGRES_SSLMODE=${database.sslMode}

# Servers, as Grafana reaches them.
GENWATCH_PROMETHEUS_URL=${servers.prometheus}
GENWATCH_ALERTMANAGER_URL=${servers.alertmanager}
GENWATCH_EXPORTER_URL=${servers.exporter}
GENWATCH_CONSOLE_URL=${servers.console}

# The folder with Genwatch's dashboards (*.json).
GENWATCH_DASHBOARDS=${dashboards}
`;
}
