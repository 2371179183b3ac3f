#!/usr/bin/env node
// The way in: checks Node, installs the npm packages when they are missing or stale, then runs the command line.
// Plain JavaScript without dependencies: it runs before node_modules exists, also in versions of Node we only refuse.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED_NODE = [20, 19];
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRESS_EVERY_MS = 10_000;
// npm's own progress bar would run into our lines.
const QUIET = ['--loglevel=error', '--progress=false'];

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED_NODE;
  if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
    throw new Error(
      `Genwatch needs Node ${NEEDED_NODE.join('.')} or newer; this is Node ${process.versions.node} (${process.execPath}). ` +
        'Install a newer one, for example from https://nodejs.org/.'
    );
  }
}

/** The packages of a lock file by path, or nothing when it is not there. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Why the packages have to be installed, or nothing. npm writes node_modules/.package-lock.json when it is done: with it
 * an interrupted installation, one made by hand and one of an older checkout are told apart.
 */
function reasonToInstall() {
  const installed = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  if (wanted === undefined) {
    throw new Error(
      `${join(ROOT, 'package-lock.json')} is missing or broken: restore it with git checkout package-lock.json`
    );
  }
  if (installed === undefined) {
    return 'they are not there yet';
  }
  const differs = ([path, { version, optional }]) =>
    path.startsWith('node_modules/') && (installed[path] ? installed[path].version !== version : !optional);
  return Object.entries(wanted).some(differs) ? 'they are not the ones of this checkout' : undefined;
}

/** The npm that started us, else the one beside this Node, else the one on PATH. */
function npmCommand() {
  const { npm_execpath: started } = process.env;
  if (started && basename(started) === 'npm-cli.js' && existsSync(started)) {
    return [process.execPath, [started]];
  }
  const beside = join(dirname(process.execPath), 'npm');
  return [existsSync(beside) ? beside : 'npm', []];
}

async function install(reason) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.error(`Installing the npm packages into node_modules (${reason}); this takes a minute or two …`);
  const ticker = setInterval(() => console.error(`  still installing, ${seconds()}`), PROGRESS_EVERY_MS);
  try {
    await runNpmCi();
  } finally {
    clearInterval(ticker);
  }
  console.error(`Installed in ${seconds()}.\n`);
}

function runNpmCi() {
  const [command, first] = npmCommand();
  // Everything is needed whatever NODE_ENV or the user's npm settings leave out.
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', ...QUIET];
  const remedy = `Look above for the reason (offline? no room?), then try again, or run: cd ${ROOT} && npm ci`;
  const outOfStep =
    'package.json and package-lock.json do not belong together. Restore both with: git checkout package.json package-lock.json' +
    ' – or, if you changed package.json yourself, run: npm install';
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 2, 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => {
      process.stderr.write(part);
      said = (said + part).slice(-10_000);
    });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach((signal) => process.on(signal, forward));
    child.once('error', (cause) => fail(new Error(`${command} could not be run. ${remedy}`, { cause })));
    child.once('close', (code, signal) => {
      signals.forEach((name) => process.removeListener(name, forward));
      if (code === 0) {
        done();
      } else if (signal) {
        process.exit(130);
      } else {
        fail(new Error(`npm ci failed (exit code ${code}). ${/\bEUSAGE\b/.test(said) ? outOfStep : remedy}`));
      }
    });
  });
}

try {
  requireNode();
  const reason = reasonToInstall();
  if (reason !== undefined) {
    await install(reason);
  }
  // In this process: signals and the exit code need no passing on, and there is no second process to outlive the first.
  await import('tsx');
  await import(pathToFileURL(join(ROOT, 'tools', 'cli', 'main.ts')).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
