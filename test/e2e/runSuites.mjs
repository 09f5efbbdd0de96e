/**
 * Runs suites one after another, each a `{ title, verify }` whose `verify(it, world)` names its checks with `it`, and
 * prints each check as it ends. A suite that breaks outside of a check counts as one failed check.
 */
export async function runSuites(suites, world) {
	const counts = { passed: 0, failed: 0 };

	async function it(name, check) {
		try {
			await check();
			counts.passed += 1;
			console.log(`  ok      ${name}`);
		} catch (error) {
			counts.failed += 1;
			console.log(`  FAILED  ${name}\n${error.message.replace(/^/gm, '          ')}`);
		}
	}

	for (const { title, verify } of suites) {
		console.log(`\n${title}`);
		let breakdown;
		try {
			await verify(it, world);
		} catch (error) {
			breakdown = error;
		}
		if (breakdown) {
			await it('runs to its end', () => {
				throw breakdown;
			});
		}
	}
	return counts;
}
