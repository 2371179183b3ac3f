-- The table that the system "validation" reads, for the demo and for trying Genwatch out. An application that has its own
-- table of messages needs none of this: name its table and columns in genwatch.config.yaml (section validation.messages).
-- May be run again and again; changes nothing that is already there.

CREATE TABLE IF NOT EXISTS messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chat_id text NOT NULL,
  role text NOT NULL,
  content text NOT NULL,
  scene_name text,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Every query asks for a range of time first: without this index each of them reads the whole table.
-- On a large live table use CREATE INDEX CONCURRENTLY instead.
CREATE INDEX IF NOT EXISTS messages_created_at_idx ON messages (created_at);

-- Optional: the log lines of the application, a second source of validation times and heap (section validation.logs).
CREATE TABLE IF NOT EXISTS logs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS logs_created_at_idx ON logs (created_at);
