import type { Pattern } from './pattern.ts';

const NO_START = 'A task is open or done; there is no state in between that a rule could begin for somebody.';
const EXPLAINED = 'Everybody can read why they were asked; a queue length or a throw of dice is no reason to be given.';

/** The resource patterns as workflowpatterns.com numbers them. */
export const resource: readonly Pattern[] = [
  {
    number: 1,
    name: 'Direct Distribution',
    not: 'A definition names posts, units and fields; people come and go, and a definition that names one of them is soon wrong.',
  },
  { number: 2, name: 'Role-Based Distribution', use: 'whoever holds the post', key: '`post`' },
  { number: 3, name: 'Deferred Distribution', use: 'whoever the starter names in the form', key: '`field`' },
  {
    number: 4,
    name: 'Authorization',
    use: 'whether somebody asked may transfer, add, reject',
    key: '`allow`, `reject`, `see`',
  },
  { number: 5, name: 'Separation of Duties', use: 'whoever buys does not check', key: '`rules.apart`' },
  {
    number: 6,
    name: 'Case Handling',
    not: 'Each step names its own people: one person for all of a case would approve what they did themselves.',
  },
  { number: 7, name: 'Retain Familiar', use: 'after a return the same person first', key: '`return.to`' },
  {
    number: 8,
    name: 'Capability-Based Distribution',
    not: 'What somebody is able to do is said by their posts; a decision table finds the post.',
  },
  {
    number: 9,
    name: 'History-Based Distribution',
    not: 'No rule looks into other cases; where last year’s approver matters, a ledger has the name and a field looks it up.',
  },
  {
    number: 10,
    name: 'Organisational Distribution',
    use: 'the manager, the head of the unit, the nearest holder of a post above',
    key: '`managerOf`, `headOf`, `post` with `unit`',
  },
  {
    number: 11,
    name: 'Automatic Execution',
    use: 'the ledger (台账) is kept by the case itself',
    key: '`insert`, `update`',
  },
  {
    number: 12,
    name: 'Distribution by Offer - Single Resource',
    not: 'An offer to one person alone would be a task that nobody has: the only one asked has it (14).',
  },
  {
    number: 13,
    name: 'Distribution by Offer - Multiple Resources',
    use: 'a pool of people who can do it',
    key: '`claim`, `mode: any`',
  },
  {
    number: 14,
    name: 'Distribution by Allocation - Single Resource',
    use: 'one person is responsible',
    key: '`by`, `approve`',
  },
  { number: 15, name: 'Random Allocation', not: EXPLAINED },
  { number: 16, name: 'Round Robin Allocation', not: EXPLAINED },
  { number: 17, name: 'Shortest Queue', not: EXPLAINED },
  {
    number: 18,
    name: 'Early Distribution',
    not: 'Who will be asked can be looked up beforehand; nobody is asked before the step is reached.',
  },
  {
    number: 19,
    name: 'Distribution on Enablement',
    use: 'whoever holds the post on that day',
    key: '`by`, `approve`',
  },
  {
    number: 20,
    name: 'Late Distribution',
    not: 'People are asked at once, so that a deadline is theirs from the first minute.',
  },
  { number: 21, name: 'Resource-Initiated Allocation', use: 'one of the pool takes it', key: '`claim`' },
  {
    number: 22,
    name: 'Resource-Initiated Execution - Allocated Work Item',
    use: 'taken today, done tomorrow',
    key: '`claim`',
  },
  {
    number: 23,
    name: 'Resource-Initiated Execution - Offered Work Item',
    use: 'short work is done without taking it first',
    key: '`claim`',
  },
  {
    number: 24,
    name: 'System-Determined Work Queue Content',
    not: 'Which tasks the list shows first is up to the page, not to the process.',
  },
  { number: 25, name: 'Resource-Determined Work Queue Content', not: 'As with 24, filters belong to the page.' },
  { number: 26, name: 'Selection Autonomy', use: 'people do their tasks in their own order', key: '`parallel`' },
  {
    number: 27,
    name: 'Delegation',
    use: 'transfer (转办) for good, delegate (委派) for advice',
    key: '`allow: [transfer, delegate]`',
  },
  { number: 28, name: 'Escalation', use: 'what is late goes to the manager', key: '`overdue`, `escalate`' },
  { number: 29, name: 'Deallocation', use: 'given back to the pool', key: '`claim`' },
  {
    number: 30,
    name: 'Stateful Reallocation',
    not: 'What somebody has typed and not sent stays their own; what was sent is in the case for whoever comes next (31).',
  },
  {
    number: 31,
    name: 'Stateless Reallocation',
    use: 'an administrator gives the task of somebody ill to somebody else',
    key: 'in every process',
  },
  {
    number: 32,
    name: 'Suspension-Resumption',
    use: 'on hold (挂起) until the audit is done',
    key: '`cancel.by`, `due`',
  },
  {
    number: 33,
    name: 'Skip',
    use: 'not asked again for what has not changed; abstain (弃权)',
    key: '`rules.repeat: skip-unchanged`, `abstain`',
  },
  {
    number: 34,
    name: 'Redo',
    use: 'taken back (拿回), or returned (退回)',
    key: '`allow: [takeBack]`, `return.to`',
  },
  {
    number: 35,
    name: 'Pre-Do',
    not: 'Nobody decides before the step is reached: what they would see might still change.',
  },
  { number: 36, name: 'Commencement on Creation', not: NO_START },
  { number: 37, name: 'Commencement on Allocation', not: NO_START },
  {
    number: 38,
    name: 'Piled Execution',
    not: 'Decisions can be sent in one batch, each judged by itself; no task begins because a like one was done.',
  },
  {
    number: 39,
    name: 'Chained Execution',
    not: 'What opens after a decision is up to the page; the next step asks its own people.',
  },
  {
    number: 40,
    name: 'Configurable Unallocated Work Item Visibility',
    use: 'readers of the process, each with their fields',
    key: '`readers`, `see`',
  },
  {
    number: 41,
    name: 'Configurable Allocated Work Item Visibility',
    use: 'the same after somebody has taken it',
    key: '`readers`, `see`',
  },
  { number: 42, name: 'Simultaneous Execution', use: 'several tasks at once', key: '`claim`, `parallel`' },
  {
    number: 43,
    name: 'Additional Resources',
    use: 'add signers (加签), consult (征询)',
    key: '`allow: [add]`',
  },
];
