// Kills a browser at random moments of an editing script, and compares what the next start shows with
// what had been called saved: nothing of it may be missing (lost), and what is there must be a state
// that the script went through, without a word about damage (torn).
import fs from 'node:fs';
import { wait } from './browsers.mjs';
import { kPatienceMs } from './page.mjs';
import { cell, reachRow, showPlanOf } from './steps.mjs';

const kQuickEdits = fs.readFileSync(new URL('./quick_edits.js', import.meta.url), 'utf8');
const kBody = 'Drug & Alcohol Action Team';
const kAction = 'Agree a method of risk management in the partnership';
const kFields = ['Owner', 'Note']; // written in this order
const kAddress = 'favicon.svg';
const kSavedRequest = /\?saved=([^,]*),(.*)$/;
const kLongestEditingMs = 1500;
const kLongestStartMs = 2500;

// When a round is killed.
const kWays = [
  { name: 'while it starts', kill: whileStarting },
  { name: 'when it says “Saved”', kill: atSaved },
  { name: 'while it edits', kill: whileEditing },
  { name: 'while it edits', kill: whileEditing },
  { name: 'while it edits', kill: whileEditing },
];

// run: {launch() → RunningBrowser, open(running, options) → AppPage, server, random (SeededRandom)}
export class Kills {
  kills = 0;
  saved = 0; // reports of “Saved”
  lost = [];
  torn = [];
  #run;
  #last = 0; // highest number that may have been typed
  #begun = new Map(); // number with which an editing began → what the second field held then
  #acknowledged = [0, 0];

  constructor(run) {
    this.#run = run;
  }

  async times(count) {
    for (let i = 0; i < count; ++i) await this.#round(kWays[i % kWays.length]);
    await this.#look('the last kill');
  }

  get summary() {
    return `${this.kills} kills, ${this.saved} reports of “Saved”: ${this.lost.length} lost, ${this.torn.length} torn`;
  }

  async #round(way) {
    const { launch, open, server, random } = this.#run;
    const running = await launch();
    server.requests.length = 0;
    try {
      await way.kill({
        random, server,
        opened: () => open(running, { url: server.url }),
        begun: () => open(running, { url: server.url, start: false }),
        edit: (page) => this.#edit(page, `kill ${this.kills + 1}, ${way.name}`),
      });
    } finally {
      await running.kill();
      this.kills += 1;
    }
    this.#take(server.requests);
  }

  // Looks at what is there, then begins to edit.
  async #edit(page, when) {
    const [first, second] = await this.#check(page, when);
    const { random } = this.#run;
    const from = Math.max(this.#last, first) + 1;
    this.#begun.set(from, second);
    this.#last = from + 1000; // more than can be typed before the kill
    const some = (most) => Array.from({ length: 16 }, () => random.below(most));
    const [pauses, bursts] = [some(60), some(9).map((count) => count + 1)];
    await page.tab.evaluate(kQuickEdits);
    const what = { title: kAction, names: kFields, from, pauses, bursts, address: kAddress };
    await page.tab.evaluate((how) => void atlasEdits.begin(how), what);
  }

  async #look(when) {
    const running = await this.#run.launch();
    try {
      await this.#check(await this.#run.open(running, { url: this.#run.server.url }), when);
    } finally {
      await running.close();
    }
  }

  // What is shown, as numbers.
  async #check(page, when) {
    await showPlanOf(page, kBody);
    await reachRow(page, kAction);
    const texts = [];
    for (const name of kFields) texts.push((await page.find(cell(kAction, name))).value);
    // Before the first edit the fields hold what the paper says.
    const numbers = texts.map((text) => (/^\d+$/.test(text) ? Number(text) : 0));
    const alerts = await page.findAll({ role: 'alert' });
    const report = `before ${when}: shown ${texts.join(' and ')}, saved ${this.#acknowledged.join(' and ')}`;
    if (numbers.some((number, i) => number < this.#acknowledged[i])) this.lost.push(report);
    const [first, second] = numbers;
    const known = first === second || second === (this.#begun.get(first) ?? first - 1);
    if (!known || first > this.#last || alerts.length > 0) {
      this.torn.push([report, ...alerts.map(({ name }) => name)].join('; '));
    }
    return numbers;
  }

  #take(requests) {
    for (const { path } of requests) {
      const saved = kSavedRequest.exec(path);
      if (!saved) continue;
      this.saved += 1;
      const numbers = saved.slice(1).map((text) => (/^\d+$/.test(text) ? Number(text) : 0));
      this.#acknowledged = this.#acknowledged.map((known, i) => Math.max(known, numbers[i]));
    }
  }
}

async function whileStarting({ random, begun }) {
  const page = await begun();
  page.tab.goto(page.url).catch(() => {}); // it is killed under way
  await wait(random.below(kLongestStartMs));
}

async function whileEditing({ random, opened, edit }) {
  const page = await opened();
  await edit(page);
  await wait(random.below(kLongestEditingMs));
}

// The first report after some editing, and not a moment later.
async function atSaved({ random, server, opened, edit }) {
  const page = await opened();
  await edit(page);
  await wait(random.below(kLongestEditingMs / 2));
  const before = server.requests.length;
  const end = Date.now() + kPatienceMs;
  const reports = () => server.requests.slice(before).some(({ path }) => kSavedRequest.test(path));
  while (!reports()) {
    if (Date.now() > end) throw new Error(`nothing was saved while it was edited\n${await page.screen()}`);
    await wait(1);
  }
}
