// Takes the pictures of the screens in screens/ from a Samsteg that runs with the demo's users and cases:
//
//   SAMSTEG_DATA=$(mktemp -d) SERVER_PORT=8191 mvn spring-boot:run
//   node screens.mjs http://localhost:8191
//
// CHROMIUM names the browser (default /usr/bin/chromium), whose profile is empty each time.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const samsteg = (process.argv[2] ?? 'http://localhost:8080').replace(/\/$/, '');
const screens = join(dirname(fileURLToPath(import.meta.url)), 'screens');

async function logIn(browser, app, user) {
  const context = await browser.newContext({
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1500, height: 950 }
  });
  const page = await context.newPage();
  await page.goto(`${samsteg}/camunda/app/${app}/default/`);
  await page.locator('input[type=text]').fill(user);
  await page.locator('input[type=password]').fill('samsteg');
  await page.locator('input[type=password]').press('Enter');
  return page;
}

/** Without the pointer, and when the page has come to rest. */
async function take(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2000);
  await page.screenshot({ path: join(screens, `${name}.png`) });
  console.log(name);
}

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
try {
  mkdirSync(screens, { recursive: true });

  const coach = await logIn(browser, 'tasklist', 'coach1');
  await coach.getByText('Mina uppgifter').first().click();
  await coach.getByText('Genomför coachsamtal').first().click();
  await coach.getByText('Samtalet hölls').click();
  await take(coach, 'tasklist-coach-talk');
  await coach.locator('.nav-tabs a', { hasText: 'Diagram' }).click();
  await take(coach, 'tasklist-diagram');
  await coach.locator('.nav-tabs a', { hasText: 'Akten' }).click();
  await take(coach, 'tasklist-case');

  const lead = await logIn(browser, 'cockpit', 'projektledare1');
  await lead.getByText('Processer').first().click();
  await lead.getByRole('link', { name: 'SamBorådet' }).first().click();
  await take(lead, 'cockpit-samboradet');
} finally {
  await browser.close();
}
