// Reads the .trx files that a test run left and says what they hold.
//   results.mjs line FOLDER NAME SECONDS   one project's line, and its failures
//   results.mjs sum FOLDER PROJECT…        skipped tests with reasons, then the last line; exit code 1 unless all is well
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const [mode, folder, ...rest] = process.argv.slice(2);

const plain = text =>
  text.replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");

function read(name) {
  const file = join(folder, `${name}.trx`);
  const tests = [];
  if (existsSync(file)) {
    for (const [, attributes, body = ""] of readFileSync(file, "utf8").matchAll(/<UnitTestResult ([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
      const of = (text, pattern) => plain(pattern.exec(text)?.[1] ?? "").trim();
      tests.push({
        name: of(attributes, /testName="([^"]*)"/),
        outcome: of(attributes, /outcome="([^"]*)"/),
        message: of(body, /<Message>([\s\S]*?)<\/Message>/) || of(body, /<StdOut>([\s\S]*?)<\/StdOut>/),
        trace: of(body, /<StackTrace>([\s\S]*?)<\/StackTrace>/),
      });
    }
  }
  const failed = tests.filter(test => !["Passed", "NotExecuted"].includes(test.outcome));
  const code = existsSync(join(folder, `${name}.exit`)) ? readFileSync(join(folder, `${name}.exit`), "utf8").trim() : "none";
  // A run that died without a failed test, or that found no test, is a failure too.
  if (failed.length === 0 && (code !== "0" || tests.length === 0)) {
    const why = tests.length === 0 ? "no test ran" : `the run ended with code ${code}`;
    failed.push({ name: `${name}: ${why}`, message: `see TestResults/${name}.log`, trace: "" });
  }
  return { failed, passed: tests.filter(test => test.outcome === "Passed"), skipped: tests.filter(test => test.outcome === "NotExecuted") };
}

const line = ({ passed, failed, skipped }) => `${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`;

if (mode === "line") {
  const [name, seconds] = rest;
  const found = read(name);
  console.log(`  ${name.padEnd(22)} ${line(found)} (${seconds} s)`);
  for (const { name: test, message, trace } of found.failed) {
    console.log(`    FAILED ${test}\n      ${`${message}\n${trace}`.trim().split("\n").slice(0, 25).join("\n      ")}`);
  }
} else {
  const all = rest.map(project => read(basename(project, ".csproj")));
  const sum = { passed: all.flatMap(one => one.passed), failed: all.flatMap(one => one.failed), skipped: all.flatMap(one => one.skipped) };
  for (const test of sum.skipped) console.log(`skipped: ${test.name}: ${test.message || "no reason given"}`);
  for (const test of sum.failed) console.log(`failed: ${test.name}`);
  console.log(line(sum));
  process.exitCode = sum.failed.length === 0 && sum.passed.length > 0 ? 0 : 1;
}
