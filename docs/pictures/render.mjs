// Draws BPMN files as PNG pictures, offline, in headless Chromium. All pictures are equally wide, so that wherever they are
// shown a task is as large in one as in another. What each was drawn from is noted in processes.sha256, by which a test
// finds a picture that is older than its model.
//
//   node render.mjs                    every processes/*.bpmn to docs/pictures/processes/<id>.png
//   node render.mjs referral exit      only these
//   node render.mjs in.bpmn out.png    any file
//
// CHROMIUM names the browser (default /usr/bin/chromium).
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const MARGIN = 20;
const WIDTH = 1400 + 2 * MARGIN; // as wide as a diagram may be, see DiagramRules
const SHARPNESS = 2; // pixels per drawn unit, so that text stays readable when a picture is enlarged

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const modelsFolder = resolve(here, '../../processes');
const picturesFolder = join(here, 'processes');
const hashes = join(here, 'processes.sha256');

function jobs(args) {
  if (args.length === 2 && args[0].endsWith('.bpmn') && args[1].endsWith('.png')) {
    return [{ model: resolve(args[0]), picture: resolve(args[1]) }];
  }
  const wanted = args.map(name => basename(name, '.bpmn'));
  const ids = readdirSync(modelsFolder)
    .filter(file => file.endsWith('.bpmn'))
    .map(file => basename(file, '.bpmn'))
    .sort();
  const unknown = wanted.filter(id => !ids.includes(id));
  if (unknown.length) {
    throw new Error(`No such process: ${unknown.join(', ')}. There are: ${ids.join(', ')}`);
  }
  return ids
    .filter(id => !wanted.length || wanted.includes(id))
    .map(id => ({ model: join(modelsFolder, `${id}.bpmn`), picture: join(picturesFolder, `${id}.png`) }));
}

async function openCanvas() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  });
  const context = await browser.newContext({ offline: true, deviceScaleFactor: SHARPNESS });
  const page = await context.newPage();
  await page.setContent('<body style="margin:0"><div id="canvas" style="position:absolute;inset:0"></div></body>');
  // bpmn-js exports no path to its bundle, so it is found beside its package.json.
  const bpmnJs = dirname(require.resolve('bpmn-js/package.json'));
  await page.addStyleTag({ path: join(bpmnJs, 'dist/assets/diagram-js.css') });
  await page.addStyleTag({ content: '.bjs-powered-by { display: none }' });
  await page.addScriptTag({ path: join(bpmnJs, 'dist/bpmn-viewer.production.min.js') });
  return { browser, page };
}

/** Notes what a picture was drawn from, in the format of sha256sum: `cd processes && sha256sum -c` checks them too. */
function note({ model, picture }) {
  if (dirname(picture) !== picturesFolder) {
    return;
  }
  const noted = existsSync(hashes) ? readFileSync(hashes, 'utf8').split('\n') : [];
  const others = noted.filter(line => {
    const file = line.slice(66);
    return file && file !== basename(model) && existsSync(join(modelsFolder, file));
  });
  const hash = createHash('sha256').update(readFileSync(model)).digest('hex');
  const lines = [...others, `${hash}  ${basename(model)}`].sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  writeFileSync(hashes, `${lines.join('\n')}\n`);
}

async function draw(page, { model, picture }) {
  await page.evaluate(
    async xml => {
      window.viewer?.destroy();
      window.viewer = new window.BpmnJS({ container: '#canvas' });
      const { warnings } = await window.viewer.importXML(xml);
      if (warnings.length) {
        throw new Error(warnings.map(warning => warning.message).join('\n'));
      }
    },
    readFileSync(model, 'utf8')
  );
  const drawn = await page.evaluate(() => {
    const { x, y, width, height } = window.viewer.get('canvas').getActiveLayer().getBBox();
    return { x, y, width, height };
  });
  const area = {
    x: Math.floor(drawn.x - MARGIN),
    y: Math.floor(drawn.y - MARGIN),
    width: WIDTH,
    height: Math.ceil(drawn.height + 2 * MARGIN)
  };
  await page.setViewportSize({ width: area.width, height: area.height });
  await page.evaluate(viewbox => {
    const canvas = window.viewer.get('canvas');
    canvas.resized();
    canvas.viewbox(viewbox);
  }, area);
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, await page.screenshot());
}

const { browser, page } = await openCanvas();
try {
  for (const job of jobs(process.argv.slice(2))) {
    try {
      await draw(page, job);
      note(job);
      console.log(job.picture);
    } catch (failure) {
      process.exitCode = 1;
      console.error(`${job.model}: ${failure.message}`);
    }
  }
} finally {
  await browser.close();
}
