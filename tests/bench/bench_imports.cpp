#include "data/formats/import_file.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

/// What it takes to make a plan of tasks of other programs, from the bytes of the file to the document. Prints a table.
///
///     bench_imports

namespace trestle::bench {

namespace {

std::string number(int of)
{
    return std::to_string(of);
}

/// Phases of 50 tasks in a row, each of a week, among 20 people.
constexpr int kInPhase = 50;
constexpr int kPeople = 20;

std::string mspdi(int tasks)
{
    std::string xml = "<Project><StartDate>2027-01-04T08:00:00</StartDate><Tasks>";
    std::string assignments;
    for (int i = 1; i <= tasks; ++i) {
        const int at = i % kInPhase;
        xml += "<Task><UID>" + number(i) + "</UID><Name>Task " + number(i) + "</Name><OutlineLevel>" +
               (at == 1 ? "1" : "2") + "</OutlineLevel><Work>PT40H0M0S</Work>";
        if (at > 2 || at == 0)
            xml += "<PredecessorLink><PredecessorUID>" + number(i - 1) + "</PredecessorUID></PredecessorLink>";
        xml += "</Task>";
        assignments += "<Assignment><TaskUID>" + number(i) + "</TaskUID><ResourceUID>" + number(i % kPeople + 1) +
                       "</ResourceUID></Assignment>";
    }
    xml += "</Tasks><Resources>";
    for (int i = 1; i <= kPeople; ++i)
        xml += "<Resource><UID>" + number(i) + "</UID><Name>R" + number(i) + "</Name></Resource>";
    return xml + "</Resources><Assignments>" + assignments + "</Assignments></Project>";
}

std::string gan(int tasks)
{
    std::string xml = "<project name=\"P\"><tasks>";
    std::string allocations;
    for (int i = 1; i <= tasks; ++i) {
        const int at = i % kInPhase;
        const std::string head =
            "<task id=\"" + number(i) + "\" name=\"Task " + number(i) + "\" start=\"2027-01-04\" duration=\"5\">";
        xml += (at == 1 && i > 1 ? "</task>" : "") + head;
        if (at > 1 && i < tasks)
            xml += "<depend id=\"" + number(i + 1) + "\" type=\"2\" difference=\"0\"/>";
        xml += at == 1 ? "" : "</task>";
        if (at != 1)
            allocations +=
                "<allocation task-id=\"" + number(i) + "\" resource-id=\"" + number(i % kPeople) + "\" load=\"100\"/>";
    }
    xml += "</task></tasks><resources>";
    for (int i = 0; i < kPeople; ++i)
        xml += "<resource id=\"" + number(i) + "\" name=\"R" + number(i) + "\"/>";
    return xml + "</resources><allocations>" + allocations + "</allocations></project>";
}

std::string csv(int tasks)
{
    std::string text = "ID,Outline level,Task name,Work,Predecessors,Assigned to\n";
    for (int i = 1; i <= tasks; ++i) {
        const int at = i % kInPhase;
        text += number(i) + (at == 1 ? ",1" : ",2") + ",Task " + number(i) + ",5," +
                (at > 2 || at == 0 ? number(i - 1) : std::string()) + ",R" + number(i % kPeople) + '\n';
    }
    return text;
}

/// The shortest of several times, in milliseconds.
double milliseconds(const std::string& bytes)
{
    double shortest = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto before = std::chrono::steady_clock::now();
        const auto file = importFileOf(bytes, "tasks.csv", "tasks");
        const TaskTable* table = file ? file->table() : nullptr;
        if (!file || !planOfImport(*file, table ? guessMapping(*table) : TableMapping{}, Date{})) {
            std::fprintf(stderr, "the tasks to measure are refused\n");
            std::exit(1);
        }
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - before;
        shortest = std::min(shortest, took.count());
    }
    return shortest;
}

void table()
{
    std::printf("| format | 500 tasks, ms | 5,000 tasks, ms | times as long |\n|---|---:|---:|---:|\n");
    const auto row = [](const char* format, std::string (*made)(int)) {
        const double first = milliseconds(made(500));
        const double second = milliseconds(made(5'000));
        std::printf("| %s | %.1f | %.1f | %.1f |\n", format, first, second, second / first);
    };
    row("MS Project XML", mspdi);
    row("GanttProject", gan);
    row("CSV", csv);
}

} // namespace

} // namespace trestle::bench

int main()
{
    trestle::bench::table();
    return 0;
}
