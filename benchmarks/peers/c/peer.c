/*
 * The peer in C: libsqlite3, every statement prepared once and kept, rows copied into structs. It is the floor: lists and
 * metadata stay JSON text, which is decoded for the checksum only. Arguments: database, plan, normal|full.
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COLUMNS_MAX = 40, ROWS_MAX = 1000, LINES_MAX = 64, CYCLE_MAX = 1024, ARENA_BYTES = 8 << 20, TICKET = 28 };
#define TICKET_KINDS "nnntttttnnnlllllnnntnnnnnnnn" /* number, text, list */
#define TASK_KINDS "nntttnnnlnn"
#define SUMMARY_KINDS "nnttttnnnlnnnnnnnnnnnnn"

typedef struct { int64_t number; const char *text; int length; int null; } Cell;
typedef struct { Cell cell[COLUMNS_MAX]; } Row;
typedef struct { int count; int64_t value[CYCLE_MAX]; const char *word[CYCLE_MAX]; } Cycle;
typedef struct { int64_t id, started, updated, version; int open, known; } State;
typedef struct { const char *name; void (*input)(int); void (*run)(void); void (*fold)(void); void (*after)(void); int done; } Operation;

static sqlite3 *db;
static struct { const char *name; char *value; sqlite3_stmt *statement; } lines[LINES_MAX];
static int line_count;
static char arena[ARENA_BYTES];
static size_t arena_used;
static Row rows[ROWS_MAX];
static int row_count;
static uint32_t sum;

static void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    exit(1);
}

/* The plan */

static int line(const char *name) {
    for (int i = 0; i < line_count; i++) if (strcmp(lines[i].name, name) == 0) return i;
    fail(name);
    return 0;
}

static int64_t planned(const char *name) { return strtoll(lines[line(name)].value, NULL, 10); }

static void read_plan(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    char *text = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&text, &size, file)) > 0) {
        text[length - 1] = 0;
        char *space = strchr(text, ' ');
        if (!space || line_count == LINES_MAX) fail(text);
        *space = 0;
        lines[line_count].name = strdup(text);
        lines[line_count++].value = strdup(space + 1);
    }
    free(text);
    fclose(file);
}

static Cycle cycle(const char *name) {
    Cycle c = { 0 };
    char *text = strdup(lines[line(name)].value);
    for (char *word = strtok(text, " "); word && c.count < CYCLE_MAX; word = strtok(NULL, " ")) {
        c.word[c.count] = word;
        c.value[c.count++] = strtoll(word, NULL, 10);
    }
    return c;
}

/* Statements and rows */

static sqlite3_stmt *statement(const char *name) {
    char full[64];
    snprintf(full, sizeof full, "sql.%s", name);
    int at = line(full);
    if (!lines[at].statement
        && sqlite3_prepare_v3(db, lines[at].value, -1, SQLITE_PREPARE_PERSISTENT, &lines[at].statement, NULL)) fail(name);
    return lines[at].statement;
}

static void numbers(sqlite3_stmt *s, int count, const int64_t *values) {
    for (int i = 0; i < count; i++) sqlite3_bind_int64(s, i + 1, values[i]);
}

/* Steps to the end, copying what the kinds name. */
static void query(sqlite3_stmt *s, const char *kinds) {
    int width = (int) strlen(kinds), result;
    row_count = 0;
    arena_used = 0;
    while ((result = sqlite3_step(s)) == SQLITE_ROW) {
        Row *row = &rows[row_count++];
        for (int i = 0; i < width; i++) {
            Cell *cell = &row->cell[i];
            cell->null = sqlite3_column_type(s, i) == SQLITE_NULL;
            if (cell->null) continue;
            if (kinds[i] == 'n') {
                cell->number = sqlite3_column_int64(s, i);
            } else {
                const void *text = sqlite3_column_text(s, i);
                cell->length = sqlite3_column_bytes(s, i);
                cell->text = memcpy(arena + arena_used, text, (size_t) cell->length + 1);
                arena_used += (size_t) cell->length + 1;
            }
        }
    }
    if (result != SQLITE_DONE) fail("query");
    sqlite3_reset(s);
}

static void execute(const char *name) { query(statement(name), ""); }

/* The checksum, as in Checksum.java and checksum.mjs; all texts are ASCII */

static void fold(uint32_t value) { sum = sum * 31 + value; }

static void fold_number(int64_t value) {
    fold((uint32_t) value);
    fold((uint32_t) (value >> 32));
}

static void fold_text(const char *text, int length) {
    fold((uint32_t) length);
    for (int i = 0; i < length; i++) fold((unsigned char) text[i]);
}

/* A JSON array of texts without escapes. */
static void fold_list(const char *json) {
    uint32_t quotes = 0;
    for (const char *c = json; *c; c++) quotes += *c == '"';
    fold(quotes / 2);
    for (const char *begin = strchr(json, '"'); begin;) {
        const char *end = strchr(begin + 1, '"');
        fold_text(begin + 1, (int) (end - begin - 1));
        begin = strchr(end + 1, '"');
    }
}

static void fold_cells(const Cell *cell, const char *kinds) {
    for (; *kinds; kinds++, cell++) {
        if (cell->null) fold(0x6e756c6c);
        else if (*kinds == 'n') fold_number(cell->number);
        else if (*kinds == 't') fold_text(cell->text, cell->length);
        else fold_list(cell->text);
    }
}

static void fold_tickets(void) { for (int i = 0; i < row_count; i++) fold_cells(rows[i].cell, TICKET_KINDS); }

/* The operations: input and after are not timed */

static Cycle tickets, projects, queues, searched, movable;
static int64_t now, next_id, big_project, insert_project, position_last, argument;
static int inserted, batch;

static void by_id_input(int i) { argument = tickets.value[i % tickets.count]; }

static void by_id(void) {
    sqlite3_stmt *s = statement("ticket_by_id");
    numbers(s, 1, &argument);
    query(s, TICKET_KINDS);
}

static void bind_new(sqlite3_stmt *s) {
    int i = ++inserted, at = 1;
    static char key[32], title[64], metadata[64];
    snprintf(key, sizeof key, "%s-%d", lines[line("insert_key")].value, i);
    snprintf(title, sizeof title, "Inserted ticket %d", i);
    snprintf(metadata, sizeof metadata, "{\"source\":\"peers\",\"n\":%d}", i);
    const char *texts[] = { key, "TASK", title, "Written by one of the peers, which all write the same.", "OPEN" };
    const char *lists[] = { "[\"peers\",\"insert\"]", "[\"It is stored\"]", "[]", "[]", "[]" };
    sqlite3_bind_int64(s, at++, next_id + i);
    sqlite3_bind_int64(s, at++, insert_project);
    sqlite3_bind_int64(s, at++, i);
    for (int t = 0; t < 5; t++) sqlite3_bind_text(s, at++, texts[t], -1, SQLITE_STATIC);
    sqlite3_bind_int64(s, at++, 1);
    at += 2;
    for (int t = 0; t < 5; t++) sqlite3_bind_text(s, at++, lists[t], -1, SQLITE_STATIC);
    sqlite3_bind_int64(s, at++, 30);
    at++;
    sqlite3_bind_int64(s, at++, position_last);
    sqlite3_bind_text(s, at++, metadata, -1, SQLITE_STATIC);
    at += 2;
    sqlite3_bind_int64(s, at++, 0);
    sqlite3_bind_int64(s, at++, now + i);
    sqlite3_bind_int64(s, at++, now + i);
}

static void insert_one(void) {
    sqlite3_stmt *s = statement("insert_ticket");
    bind_new(s);
    query(s, TICKET_KINDS);
}

static void insert_many(void) {
    sqlite3_stmt *s = statement("insert_ticket_silently");
    execute("begin");
    for (int i = 0; i < batch; i++) {
        bind_new(s);
        query(s, "");
    }
    execute("commit");
}

static void fold_batch(void) { fold_number(batch); }
static void hundred_input(int i) { (void) i; batch = 100; }
static void thousand_input(int i) { (void) i; batch = 1000; }
static void no_input(int i) { (void) i; }
static void project_input(int i) { argument = projects.value[i % projects.count]; }

static void read_thousand(void) {
    sqlite3_stmt *s = statement("read_1000");
    numbers(s, 2, (int64_t[]) { big_project, 0 });
    query(s, TICKET_KINDS);
}

static void newest(void) {
    sqlite3_stmt *s = statement("newest_50");
    numbers(s, 1, &argument);
    query(s, TICKET_KINDS);
}

static void fold_some(const char *kinds, const int *shown, int count) {
    for (int i = 0; i < row_count; i++) {
        for (int c = 0; c < count; c++) {
            char kind[] = { kinds[shown[c]], 0 };
            fold_cells(&rows[i].cell[shown[c]], kind);
        }
    }
}

static void fold_listed(void) {
    static const int shown[] = { 0, 3, 5, 7, 8, 11, 24, 22 };
    fold_some(TICKET_KINDS, shown, 8);
}

static void newest_with_counts(void) {
    sqlite3_stmt *s = statement("newest_50_counts");
    numbers(s, 1, &argument);
    query(s, SUMMARY_KINDS);
}

static void fold_counted(void) {
    static const int shown[] = { 0, 2, 4, 5, 6, 9, 17, 18, 19, 20, 21, 22 };
    fold_some(SUMMARY_KINDS, shown, 12);
}

static void page_with_tasks(void) {
    sqlite3_stmt *s = statement("page_50_tasks");
    numbers(s, 1, &argument);
    query(s, TICKET_KINDS TASK_KINDS);
}

static void fold_page(void) {
    for (int i = 0; i < row_count; i++) {
        const Cell *cells = rows[i].cell;
        if (i == 0 || rows[i - 1].cell[0].number != cells[0].number) fold_cells(cells, TICKET_KINDS);
        if (!cells[TICKET].null) fold_cells(cells + TICKET, TASK_KINDS);
    }
}

static void busiest(void) { query(statement("busiest_10"), "nttnn"); }
static void fold_busiest(void) { for (int i = 0; i < row_count; i++) fold_cells(rows[i].cell, "nttnn"); }

static State states[CYCLE_MAX], *state;

static void status_input(int i) {
    state = &states[i % movable.count];
    if (!state->known) {
        argument = movable.value[i % movable.count];
        by_id();
        const Cell *c = rows[0].cell;
        *state = (State) { argument, c[20].null ? 0 : c[20].number, c[24].number, c[22].number,
            strcmp(c[7].text, "OPEN") == 0, 1 };
    }
    state->open = !state->open;
    if (!state->started) state->started = now + i;
    state->updated = state->updated + 1 > now + i ? state->updated + 1 : now + i;
}

static void change_status(void) {
    sqlite3_stmt *s = statement("change_status");
    sqlite3_bind_text(s, 1, state->open ? "OPEN" : "IN_PROGRESS", -1, SQLITE_STATIC);
    sqlite3_bind_int64(s, 2, state->started);
    sqlite3_bind_null(s, 3);
    sqlite3_bind_int64(s, 4, state->updated);
    sqlite3_bind_int64(s, 5, state->id);
    sqlite3_bind_int64(s, 6, state->version);
    query(s, "n");
    state->version = rows[0].cell[0].number;
}

static void fold_version(void) { fold_number(state->version); }

static int64_t claim[7];

static void claim_input(int i) {
    int64_t time = now + i;
    memcpy(claim, (int64_t[]) { next_id + i, time + 60000, queues.value[i % queues.count], time, time, time, time },
        sizeof claim);
}

static void claim_next(void) {
    sqlite3_stmt *s = statement("claim_next");
    numbers(s, 7, claim);
    query(s, "nnnnntnnnnnnnnnnttt");
}

static void fold_item(void) {
    const Cell *c = rows[0].cell;
    fold_cells(c, "n");
    fold_cells(c + 2, "n");
    fold_cells(c + 5, "t");
    fold_cells(c + 12, "nnn");
}

static void put_back(void) {
    sqlite3_stmt *s = statement("put_back");
    numbers(s, 1, &rows[0].cell[0].number);
    query(s, "");
}

static char match[128];

static void search_input(int i) {
    const char *text = lines[line("match")].value, *mark = strstr(text, "%s");
    snprintf(match, sizeof match, "%.*s%s%s", (int) (mark - text), text, searched.word[i % searched.count], mark + 2);
}

static void search(void) {
    sqlite3_stmt *s = statement("search_20");
    sqlite3_bind_text(s, 1, match, -1, SQLITE_STATIC);
    query(s, "nnttt");
}

static void fold_hits(void) { for (int i = 0; i < row_count; i++) fold_cells(rows[i].cell, "nnttt"); }

static Operation operations[] = {
    { "ticket-by-id", by_id_input, by_id, fold_tickets, NULL, 0 },
    { "insert-one", no_input, insert_one, fold_tickets, NULL, 0 },
    { "insert-100", hundred_input, insert_many, fold_batch, NULL, 0 },
    { "insert-1000", thousand_input, insert_many, fold_batch, NULL, 0 },
    { "read-1000", no_input, read_thousand, fold_tickets, NULL, 0 },
    { "newest-50", project_input, newest, fold_listed, NULL, 0 },
    { "newest-50-counts", project_input, newest_with_counts, fold_counted, NULL, 0 },
    { "page-50-tasks", project_input, page_with_tasks, fold_page, NULL, 0 },
    { "busiest-10", no_input, busiest, fold_busiest, NULL, 0 },
    { "change-status", status_input, change_status, fold_version, NULL, 0 },
    { "claim-next", claim_input, claim_next, fold_item, put_back, 0 },
    { "search-20", search_input, search, fold_hits, NULL, 0 },
};

/* The protocol */

static double micros(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

static void measure(Operation *o, int times) {
    double *taken = malloc(sizeof(double) * (size_t) times);
    sum = 0;
    for (int i = 0; i < times; i++) {
        o->input(o->done++);
        double begin = micros();
        o->run();
        taken[i] = micros() - begin;
        o->fold();
        if (o->after) o->after();
    }
    qsort(taken, (size_t) times, sizeof(double), ascending);
    printf("{\"n\":%d,\"median\":%.3f,\"p99\":%.3f,\"checksum\":%d}\n", times, taken[times / 2],
        taken[(int) ((times - 1) * 0.99)], (int) sum);
    free(taken);
}

static void answer(const char *name, int times) {
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        if (strcmp(operations[i].name, name) == 0) {
            measure(&operations[i], times);
            return;
        }
    }
    puts("{\"skipped\":\"not available\"}");
}

int main(int count, char **arguments) {
    if (count != 4) fail("peer database plan normal|full");
    read_plan(arguments[2]);
    if (sqlite3_open(arguments[1], &db)) fail(arguments[1]);
    if (sqlite3_exec(db, "PRAGMA synchronous = FULL", NULL, NULL, NULL)) fail("synchronous");
    char pragmas[512];
    snprintf(pragmas, sizeof pragmas, "%s", lines[line("pragmas")].value);
    for (char *pragma = strtok(pragmas, ";"); pragma; pragma = strtok(NULL, ";")) {
        char sql[128];
        snprintf(sql, sizeof sql, "PRAGMA %s", pragma);
        if (sqlite3_exec(db, sql, NULL, NULL, NULL)) fail(sql);
    }
    if (strcmp(arguments[3], "normal") == 0
        && sqlite3_exec(db, "PRAGMA synchronous = NORMAL", NULL, NULL, NULL)) fail("synchronous");
    tickets = cycle("tickets");
    projects = cycle("projects");
    queues = cycle("queues");
    searched = cycle("words");
    movable = cycle("status_tickets");
    now = planned("now");
    next_id = planned("next_id");
    big_project = planned("big_project");
    insert_project = planned("insert_project");
    position_last = planned("position_last");
    printf("{\"ready\":\"C\",\"sqlite\":\"%s\"}\n", sqlite3_libversion());
    fflush(stdout);
    char name[64];
    int times;
    while (scanf(" run %63s %d", name, &times) == 2) {
        answer(name, times);
        fflush(stdout);
    }
    for (int i = 0; i < line_count; i++) sqlite3_finalize(lines[i].statement);
    return sqlite3_close(db);
}
