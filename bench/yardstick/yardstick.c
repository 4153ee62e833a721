// What the arithmetic and the memory traffic of a plan cost when nothing else is done: one thread, exact
// whole numbers, no checks, one site on which every day works. For Linux.
//
//   gcc -O3 -march=native yardstick.c -o yardstick
//   ./yardstick PROBLEM_FILE ROUNDS
//
// Prints one line of JSON; every time is in milliseconds and the smallest of all rounds but `compileFirstMs`.
//
//   compileFirstMs  from the columns of the file to the compiled form, for the first time
//   compileMs       the same again, into fresh memory
//   coldMs          the plan, its buffers allocated and touched for the first time
//   warmMs          the plan again in the same buffers
//   peakBytes       the largest resident size after the first round
//   hash            see ../plan-hash.ts
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAGIC = 0x4c50524d, VERSION = 1, HEADER = 8, DAYS = 512, WORDS = DAYS / 64 };
enum rule { LOT_FOR_LOT, FIXED_ORDER_QUANTITY, PERIOD_ORDER_QUANTITY };

#define REFUSE(...) (fprintf(stderr, "yardstick: " __VA_ARGS__), fputc('\n', stderr), exit(1))

static void *room(size_t bytes) {
  void *memory = malloc(bytes + 64);
  if (memory == NULL) REFUSE("no memory is left");
  return memory;
}

static void *cleared(size_t bytes) { return memset(room(bytes), 0, bytes + 64); }

static double clockMs(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return 1e3 * (double)at.tv_sec + 1e-6 * (double)at.tv_nsec;
}

// ------------------------------------------------------------------------------------------------
// The problem: the file as it is, its columns one after the other.

static int32_t itemCount, lineCount, demandCount, supplyCount, dayCount;

// By item. Quantities are counts of 10^-decimals of their item.
static const int64_t *onHand, *safetyStock, *lotQuantity, *minimumOrder, *orderMultiple;
static const int32_t *decimals, *leadTime, *lotRule, *periodDays;
// By line.
static const int32_t *lineParent, *lineComponent, *lineQuantity, *lineDecimals, *lineScrap;
// By demand and by open purchase.
static const int64_t *demandQuantity, *supplyQuantity;
static const int32_t *demandItem, *demandDue, *supplyItem, *supplyDue;

static char *nextColumn;

// Counts stand in the file as float64, which JavaScript reads as they are; here they become whole in their place.
static const int64_t *counts(int32_t rows) {
  char *column = nextColumn;
  for (int32_t r = 0; r < rows; r++) {
    double value;
    memcpy(&value, column + 8 * (size_t)r, 8);
    int64_t whole = (int64_t)value;
    memcpy(column + 8 * (size_t)r, &whole, 8);
  }
  nextColumn += 8 * (size_t)rows;
  return (const int64_t *)column;
}

static const int32_t *integers(int32_t rows) {
  const int32_t *column = (const int32_t *)nextColumn;
  nextColumn += 4 * (size_t)rows;
  return column;
}

static void readProblem(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) REFUSE("%s cannot be read", path);
  fseek(file, 0, SEEK_END);
  size_t bytes = (size_t)ftell(file);
  rewind(file);
  char *whole = room(bytes);
  if (fread(whole, 1, bytes, file) != bytes) REFUSE("%s is cut short", path);
  fclose(file);
  const int32_t *header = (const int32_t *)whole;
  if (header[0] != MAGIC || header[1] != VERSION) REFUSE("%s is no problem file", path);
  itemCount = header[2], lineCount = header[3], demandCount = header[4], supplyCount = header[5];
  dayCount = header[6];
  if (dayCount > DAYS) REFUSE("%d days are too many", dayCount);
  nextColumn = whole + 4 * HEADER;
  onHand = counts(itemCount), safetyStock = counts(itemCount), lotQuantity = counts(itemCount);
  minimumOrder = counts(itemCount), orderMultiple = counts(itemCount);
  demandQuantity = counts(demandCount), supplyQuantity = counts(supplyCount);
  decimals = integers(itemCount), leadTime = integers(itemCount);
  lotRule = integers(itemCount), periodDays = integers(itemCount);
  lineParent = integers(lineCount), lineComponent = integers(lineCount);
  lineQuantity = integers(lineCount), lineDecimals = integers(lineCount);
  lineScrap = integers(lineCount);
  demandItem = integers(demandCount), demandDue = integers(demandCount);
  supplyItem = integers(supplyCount), supplyDue = integers(supplyCount);
}

// ------------------------------------------------------------------------------------------------
// The compiled form: items in an order in which parents come before components, called places.

struct part {
  int64_t opening;           // on hand, counted from the safety stock
  int64_t minimum, multiple; // a fixed order quantity is a multiple
  int32_t window;            // days that an order covers; 1: its own
  int32_t lead;
  int32_t links, changes; // the first of each; the next part has those behind its last
};

// What a component needs for an order of its parent: order × num / den, rounded up.
struct link {
  int64_t num, den;
  int32_t parent; // its place
};

struct change {
  int64_t quantity; // a receipt is positive, a need negative
  int32_t day;
};

static int32_t *placeOf; // by item
static struct part *parts;
static struct link *links;
static struct change *changes;
static int64_t rowLimit; // no plan has more orders

// Places items wave by wave: those of a wave have all their parents in earlier ones, and one at least in the last.
static void placeItems(void) {
  size_t n = (size_t)itemCount;
  int32_t *head = cleared(4 * (n + 1)), *below = room(4 * (size_t)lineCount);
  int32_t *waiting = cleared(4 * n), *wave = room(4 * n);
  for (int32_t l = 0; l < lineCount; l++) head[lineParent[l] + 1]++, waiting[lineComponent[l]]++;
  for (size_t i = 0; i < n; i++) head[i + 1] += head[i];
  for (int32_t l = lineCount - 1; l >= 0; l--) below[--head[lineParent[l] + 1]] = lineComponent[l];
  // head[i + 1] is now where the lines of i begin.
  int32_t placed = 0;
  for (int32_t i = 0; i < itemCount; i++)
    if (waiting[i] == 0) wave[placed++] = i;
  placeOf = room(4 * n);
  for (int32_t at = 0; at < placed; at++) {
    int32_t item = wave[at];
    placeOf[item] = at;
    int32_t end = item + 2 <= itemCount ? head[item + 2] : lineCount;
    for (int32_t k = head[item + 1]; k < end; k++)
      if (--waiting[below[k]] == 0) wave[placed++] = below[k];
  }
  if (placed < itemCount) REFUSE("the bills have a cycle");
  free(head), free(below), free(waiting), free(wave);
}

static int64_t greatestDivisor(int64_t a, int64_t b) {
  while (b != 0) {
    int64_t rest = a % b;
    a = b, b = rest;
  }
  return a;
}

static int64_t powerOfTen(int32_t exponent) {
  int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

static struct link linkOf(int32_t line) {
  int32_t parent = lineParent[line], component = lineComponent[line];
  int64_t num = (int64_t)lineQuantity[line] * (10000 + lineScrap[line]) * powerOfTen(decimals[component]);
  int64_t den = 10000 * powerOfTen(lineDecimals[line] + decimals[parent]);
  int64_t divisor = greatestDivisor(num, den);
  return (struct link){num / divisor, den / divisor, placeOf[parent]};
}

static void compile(void) {
  placeItems();
  parts = cleared(sizeof *parts * ((size_t)itemCount + 1));
  for (int32_t i = 0; i < itemCount; i++) {
    struct part *part = &parts[placeOf[i]];
    part->opening = onHand[i] - safetyStock[i];
    part->minimum = minimumOrder[i];
    part->multiple = lotRule[i] == FIXED_ORDER_QUANTITY ? lotQuantity[i] : orderMultiple[i];
    part->window = lotRule[i] == PERIOD_ORDER_QUANTITY ? periodDays[i] : 1;
    part->lead = leadTime[i];
  }
  // First how many rows a part has, then where the next part's begin, then down row by row to its own first.
  for (int32_t l = 0; l < lineCount; l++) parts[placeOf[lineComponent[l]]].links++;
  for (int32_t d = 0; d < demandCount; d++) parts[placeOf[demandItem[d]]].changes++;
  for (int32_t s = 0; s < supplyCount; s++) parts[placeOf[supplyItem[s]]].changes++;
  for (int32_t at = 1; at <= itemCount; at++) {
    parts[at].links += parts[at - 1].links;
    parts[at].changes += parts[at - 1].changes;
  }
  links = room(sizeof *links * (size_t)lineCount);
  changes = room(sizeof *changes * ((size_t)demandCount + (size_t)supplyCount));
  for (int32_t l = lineCount - 1; l >= 0; l--) links[--parts[placeOf[lineComponent[l]]].links] = linkOf(l);
  for (int32_t s = supplyCount - 1; s >= 0; s--)
    changes[--parts[placeOf[supplyItem[s]]].changes] = (struct change){supplyQuantity[s], supplyDue[s]};
  for (int32_t d = demandCount - 1; d >= 0; d--)
    changes[--parts[placeOf[demandItem[d]]].changes] = (struct change){-demandQuantity[d], demandDue[d]};

  // An order has a cause, and a day has one order: a change of stock, an order of a parent, or too little on day 0.
  int32_t *most = room(4 * (size_t)itemCount);
  rowLimit = 0;
  for (int32_t at = 0; at < itemCount; at++) {
    int64_t causes = 1 + parts[at + 1].changes - parts[at].changes;
    for (int32_t k = parts[at].links; k < parts[at + 1].links; k++) causes += most[links[k].parent];
    most[at] = causes < dayCount ? (int32_t)causes : dayCount;
    rowLimit += most[at];
  }
  free(most);
}

static void dropCompiled(void) { free(placeOf), free(parts), free(links), free(changes); }

// ------------------------------------------------------------------------------------------------
// The plan: orders by place, those of a place by due day.

static int64_t *firstRow; // by place, and one behind the last
static int64_t *size;     // by row
static int32_t *due;      // by row

static void makeRoom(void) {
  firstRow = room(8 * ((size_t)itemCount + 1));
  size = room(8 * (size_t)rowLimit);
  due = room(4 * (size_t)rowLimit);
}

static void dropPlan(void) { free(firstRow), free(size), free(due); }

// Change of stock of the part at work by day, and a bit for each day that has one; clean between parts.
static int64_t change[DAYS];
static uint64_t marks[WORDS];

static inline void book(uint32_t day, int64_t quantity) {
  change[day] += quantity;
  marks[day >> 6] |= UINT64_C(1) << (day & 63);
}

// Before the start there is no day: what is needed then is needed on day 0.
static inline uint32_t startDay(int32_t dueDay, int32_t lead) {
  int32_t start = dueDay - lead;
  return start < 0 ? 0 : (uint32_t)start;
}

static inline void pull(const struct link *link) {
  const int64_t end = firstRow[link->parent + 1], num = link->num, den = link->den;
  const int32_t lead = parts[link->parent].lead;
  int64_t row = firstRow[link->parent];
  if (den == 1)
    for (; row < end; row++) book(startDay(due[row], lead), -(size[row] * num));
  else
    for (; row < end; row++) book(startDay(due[row], lead), -((size[row] * num + den - 1) / den));
}

static inline int64_t net(const struct part *part, int64_t row) {
  int32_t days[DAYS];
  int32_t count = 0;
  for (int32_t word = 0; word < WORDS; word++) {
    uint64_t left = marks[word];
    if (left == 0) continue;
    marks[word] = 0;
    do days[count++] = (word << 6) + __builtin_ctzll(left);
    while ((left &= left - 1) != 0);
  }
  int64_t stock = part->opening;
  for (int32_t k = 0; k < count; k++) {
    int32_t day = days[k];
    stock += change[day];
    change[day] = 0;
    if (stock >= 0) continue;
    int64_t lowest = stock, level = stock;
    for (int32_t later = k + 1; part->window > 1 && later < count && days[later] < day + part->window; later++) {
      level += change[days[later]];
      if (level < lowest) lowest = level;
    }
    int64_t order = -lowest > part->minimum ? -lowest : part->minimum;
    if (part->multiple > 1) order = (order + part->multiple - 1) / part->multiple * part->multiple;
    due[row] = day;
    size[row++] = order;
    stock += order;
  }
  return row;
}

static void plan(void) {
  int64_t row = 0;
  for (int32_t at = 0; at < itemCount; at++) {
    const struct part *part = &parts[at];
    if (part->opening < 0) book(0, 0);
    for (int32_t k = part->changes; k < part[1].changes; k++) book((uint32_t)changes[k].day, changes[k].quantity);
    for (int32_t k = part->links; k < part[1].links; k++) pull(&links[k]);
    firstRow[at] = row;
    row = net(part, row);
  }
  firstRow[itemCount] = row;
}

// ------------------------------------------------------------------------------------------------
// Not timed: that it was exact, and what it planned.

static void proveExact(void) {
  for (int32_t at = 0; at < itemCount; at++) {
    const struct part *part = &parts[at];
    __int128 all = (__int128)llabs(part->opening) + part->minimum + part->multiple;
    for (int32_t k = part->changes; k < part[1].changes; k++) all += llabs(changes[k].quantity);
    for (int32_t k = part->links; k < part[1].links; k++) {
      for (int64_t row = firstRow[links[k].parent]; row < firstRow[links[k].parent + 1]; row++) {
        __int128 product = (__int128)size[row] * links[k].num + links[k].den;
        if (product >= (__int128)1 << 53) REFUSE("a product is not exact");
        all += product / links[k].den;
      }
    }
    for (int64_t row = firstRow[at]; row < firstRow[at + 1]; row++) all += size[row];
    if (all >= (__int128)1 << 53) REFUSE("a sum is not exact");
  }
}

static uint32_t mixed(uint32_t hash, uint64_t value, int bytes) {
  for (; bytes > 0; bytes--, value >>= 8) hash = (hash ^ (uint32_t)(value & 255)) * 0x01000193u;
  return hash;
}

static uint32_t planHash(void) {
  uint32_t hash = 0x811c9dc5u;
  for (int32_t item = 0; item < itemCount; item++) {
    int32_t at = placeOf[item];
    for (int64_t row = firstRow[at]; row < firstRow[at + 1]; row++) {
      hash = mixed(hash, (uint64_t)item, 4);
      hash = mixed(hash, (uint64_t)due[row], 4);
      hash = mixed(hash, (uint64_t)size[row], 8);
    }
  }
  return hash;
}

// Not getrusage: what it tells begins with the size of the process that started this one.
static int64_t peakBytes(void) {
  FILE *status = fopen("/proc/self/status", "r");
  if (status == NULL) REFUSE("/proc/self/status cannot be read");
  char line[256];
  long long kilobytes = 0;
  while (fgets(line, sizeof line, status) != NULL) sscanf(line, "VmHWM: %lld kB", &kilobytes);
  fclose(status);
  return 1024 * kilobytes;
}

int main(int argc, char **argv) {
  if (argc != 3) REFUSE("usage: yardstick PROBLEM_FILE ROUNDS");
  int rounds = atoi(argv[2]);
  mallopt(M_MMAP_THRESHOLD, 65536); // memory that was freed is given back: a fresh buffer is fresh in every round
  readProblem(argv[1]);
  double firstMs = 0, compileMs = 1e300, coldMs = 1e300, warmMs = 1e300;
  int64_t peak = 0;
  for (int round = 0; round < rounds; round++) {
    if (round > 0) dropCompiled(), dropPlan();
    double begin = clockMs();
    compile();
    double compiled = clockMs();
    makeRoom();
    plan();
    double cold = clockMs();
    if (round == 0) firstMs = compiled - begin, peak = peakBytes();
    double again = clockMs();
    plan();
    double warm = clockMs();
    if (compiled - begin < compileMs) compileMs = compiled - begin;
    if (cold - compiled < coldMs) coldMs = cold - compiled;
    if (warm - again < warmMs) warmMs = warm - again;
  }
  proveExact();
  printf("{\"orders\":%lld,\"compileFirstMs\":%.4f,\"compileMs\":%.4f,\"coldMs\":%.4f,\"warmMs\":%.4f,"
         "\"peakBytes\":%lld,\"hash\":\"%08x\"}\n",
         (long long)firstRow[itemCount], firstMs, compileMs, coldMs, warmMs, (long long)peak, planHash());
}
