#include "tests/data/support/export_sources.h"

#include "data/embedded.h"
#include "tests/support/in_progress.h"

#include <QProcess>

namespace trestle::test {

using namespace std::chrono_literals;

namespace {

ExportSource sourceOf(ProjectDocument document)
{
    ExportSource source;
    source.document = std::move(document);
    const Project& project = source.document.project;
    auto plan = makePlan(source.document.catalogue.catalogue, project.base);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    source.stamp = {{}, std::chrono::sys_days{2026y / 11 / 22} + 10h, planHash(source.document)};
    source.simulation.runs = 50;
    source.simulation.drivingRuns = 10;
    return source;
}

ProjectDocument sample()
{
    return parsePlanJson(embeddedJson("samples/ledgerly.json").value(), "sample").value();
}

void makeOffer(Inputs& inputs)
{
    inputs.client = "Saltbush Logistics";
    inputs.team.front().billRate = Money::dollars(7000);
    inputs.price.payments = {{20, PaymentWhen::signing, {}},
                             {30, PaymentWhen::phaseFinished, "testing"},
                             {33, PaymentWhen::phaseFinished, "security"},
                             {17, PaymentWhen::launch, {}}};
    inputs.scopes = {{"two-factor", ItemScope::option}, {"traces", ItemScope::phase2}};
}

} // namespace

ExportSource sampleSource(const std::function<void(Inputs&)>& change)
{
    ProjectDocument document = sample();
    if (change)
        change(document.project.base);
    return sourceOf(std::move(document));
}

ExportSource inProgressSource(const std::function<void(Inputs&)>& change)
{
    ProjectDocument document = testing::inProgressProject();
    if (change)
        change(document.project.base);
    return sourceOf(std::move(document));
}

ExportSource offerSource(const std::function<void(Inputs&)>& change)
{
    ExportSource source = sampleSource([&](Inputs& inputs) {
        makeOffer(inputs);
        if (change)
            change(inputs);
    });
    source.look.letterhead.company = "Ironbark Studio";
    return source;
}

void addChanges(ExportSource& source)
{
    ChangesSince& changes = source.changes.emplace();
    changes.version.tag = "Agreed";
    changes.version.at = 1'795'000'000'000; // 18 November 2026
    changes.before = source.document;
    changes.now = source.document.project;
    changes.today = std::chrono::sys_days{2026y / 11 / 22};
    Inputs& before = changes.before.project.base;
    before.scopes["alerts"] = ItemScope::phase2; // part of it now
    before.scopes.erase("traces");               // part of it then
}

ExportSource sourceFor(const ExportFormat& format)
{
    ExportSource source = format.needsOffer ? offerSource() : sampleSource();
    if (format.needsChanges)
        addChanges(source);
    return source;
}

ExportSource namedSource(const std::string& name, const std::function<void(Inputs&)>& change)
{
    ProjectDocument document = sample();
    Inputs& inputs = document.project.base;
    inputs.name = inputs.client = name;
    inputs.team.front().name = name;
    auto catalogue = std::make_shared<Catalogue>(*document.catalogue.catalogue);
    Phase& phase = catalogue->phases.front();
    phase.title = phase.shortTitle = phase.explanation = name;
    phase.items.front().title = phase.items.front().explanation = name;
    inputs.items[phase.items.front().id] = {{ItemState::missing}, {}, name, name, {}, {}};
    document.catalogue.catalogue = std::move(catalogue);
    if (change)
        change(inputs);
    return sourceOf(std::move(document));
}

std::vector<HostileName> hostileNames()
{
    std::string letters;
    for (int i = 0; i < 100; ++i)
        letters += "\u00e4\u8a08x"; // 300 characters
    return {{"quotes", "a \"b\" 'c' `d`"},
            {"markup", "<b>a & b</b> &amp; ]]> <!-- -->"},
            {"emoji", "\U0001F3D7\uFE0F \U0001F468\u200D\U0001F469\u200D\U0001F467"},
            {"right to left", "\u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C"},
            {"300 characters", letters},
            {"formula", "=HYPERLINK(\"http://x\";\"y\")"},
            {"control characters", "a\x01\x1b[31mb\x7f"},
            {"line breaks", "a\nb\r\nc\rd\te"},
            {"bad UTF-8", "a\xff\xc3(b"},
            {"separators", "a;b,c:d#e\\n|f\\"},
            {"shell", "$(touch bad) `touch bad` ${HOME} ; touch bad & touch bad | touch bad > bad \\' '\"' !x %s %n"},
            {"end of a here-document", "a\nEOF\ntouch bad\n"},
            {"like options", "--repo x -X"},
            {"spaces", "  a  "}};
}

std::string fromPython(const char* script, const std::string& input)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromUtf8(script)});
    python.write(input.data(), static_cast<qint64>(input.size()));
    python.closeWriteChannel();
    if (!python.waitForFinished(-1) || python.exitCode() != 0)
        qFatal("python3: %s", python.readAllStandardError().constData());
    return python.readAllStandardOutput().toStdString();
}

std::string unpacked(const std::string& bytes)
{
    if (!bytes.starts_with("PK"))
        return bytes;
    return fromPython("import sys, io, zipfile\n"
                      "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                      "assert z.testzip() is None\n"
                      "for name in z.namelist(): sys.stdout.buffer.write(z.read(name))",
                      bytes);
}

} // namespace trestle::test
