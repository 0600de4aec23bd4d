#pragma once

#include "data/embedded.h"
#include "data/exchange/export_source.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "models/scenarios.h"

#include <QDate>
#include <QProcess>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cmath>
#include <memory>
#include <vector>

/// A plan that has something unmistakable in every field that is not for everybody, and what to look for in its files.
namespace trestle::secrets {

using namespace std::chrono_literals;

/// Something that some audience may not read, in every shape that it could be written in.
struct Secret {
    QString name;
    QRegularExpression shape;
    bool fromClient = true;
    bool fromInvestor = true;

    [[nodiscard]] bool isFrom(Audience audience) const
    {
        return audience == Audience::client ? fromClient : audience == Audience::investor && fromInvestor;
    }
};

/// The sources of an amount or a number: with and without marks between thousands, with any decimals behind.
inline QString amountShape(double value)
{
    const auto whole = static_cast<qint64>(value + 1e-9);
    const QString digits = QString::number(whole);
    QString parted = digits;
    for (qsizetype at = parted.size() - 3; at > 0; at -= 3)
        parted.insert(at, QStringLiteral("[,.' ]"));
    const bool isWhole = std::abs(value - static_cast<double>(whole)) < 1e-6;
    QString decimals = QStringLiteral("(?:[.,]0+)?");
    if (!isWhole) {
        const double part = value - static_cast<double>(whole);
        const auto cut = static_cast<int>(part * 100 + 1e-9);
        const auto rounded = static_cast<int>(std::lround(part * 100));
        decimals = QStringLiteral("[.,](?:%1|%2)\\d*").arg(cut, 2, 10, QChar(u'0')).arg(rounded, 2, 10, QChar(u'0'));
        if (cut % 10 == 0 && std::abs(part * 100 - cut) < 1e-6)
            decimals = QStringLiteral("[.,]%1").arg(cut / 10) + QStringLiteral("0*"); // 1463.4
    }
    return QStringLiteral("(?:(?<![0-9A-Za-z])(?<![0-9]\\.)%1|(?<![0-9A-Za-z])(?<![0-9][.,])%2)%3(?![0-9A-Za-z])")
        .arg(digits, parted, decimals);
}

inline QRegularExpression anyOf(const QStringList& shapes)
{
    return QRegularExpression(shapes.join(u'|'), QRegularExpression::CaseInsensitiveOption);
}

inline Secret amounts(const QString& name, std::initializer_list<double> values)
{
    QStringList shapes;
    for (const double value : values)
        shapes << amountShape(value);
    return {name, anyOf(shapes)};
}

/// A rate for a full-time week, and by hour, day, month and year; with the part of full time that someone works.
inline Secret rate(const QString& name, double weekly, double allocation)
{
    QStringList shapes;
    for (const double part : {1.0, allocation})
        for (const double weeks : {1.0, 1.0 / 38, 0.2, 52.0 / 12, 52.0, 43.0})
            shapes << amountShape(weekly * part * weeks);
    return {name, anyOf(shapes)};
}

inline Secret words(const QString& name, const QString& text, bool fromInvestor = true)
{
    return {name, anyOf({QRegularExpression::escape(text)}), true, fromInvestor};
}

inline Secret day(const QString& name, Date date)
{
    const std::chrono::year_month_day parts{date};
    const QDate qt(static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
                   static_cast<int>(static_cast<unsigned>(parts.day())));
    const auto serial = date.time_since_epoch().count() + 25569; // of a spreadsheet
    return {name,
            anyOf({qt.toString(Qt::ISODate), qt.toString(QStringLiteral("yyyyMMdd")),
                   qt.toString(QStringLiteral("d MMM")) + QStringLiteral("[a-z]* %1").arg(qt.year()),
                   QStringLiteral("target ") + qt.toString(QStringLiteral("d MMM")), // of a year that is told elsewhere
                   QStringLiteral("\\b%1\\b").arg(serial)}),
            true, false};
}

inline void hideNotes(Inputs& inputs)
{
    const auto note = [](const char* word) {
        return "Read by all.\n\n  PRIVATE: " + std::string(word) + "\nand " + word + "tail\n\nRead by all again.";
    };
    inputs.notes = note("zebrafish");
    for (auto& [id, item] : inputs.items)
        item.note = note("cassowary");
    for (auto& [id, phase] : inputs.phaseNotes)
        phase = note("bandicoot");
    for (auto& [id, estimate] : inputs.estimates)
        estimate.note = note("pademelon");
    inputs.cash.note = note("echidna");
    for (MonthlyLine& line : inputs.cash.monthly)
        line.note = note("numbat");
    for (OneOff& line : inputs.cash.once)
        line.note = note("quoll");
}

/// `isAgency`: for a client at a price; else a founder's own.
inline ProjectDocument document(bool isAgency)
{
    ProjectDocument made = parsePlanJson(embeddedJson("samples/ledgerly.json").value(), "sample").value();
    Inputs& inputs = made.project.base;
    const Catalogue& catalogue = *made.catalogue.catalogue;
    inputs.client = isAgency ? "Saltbush Logistics" : "";
    Person ana{"Ana", 1.0, Money::dollars(7317), {}, {}, {}};
    ana.rateBasis =
        RateBasis{RateKind::employee, Money::dollars(213847), 13.7, Money::dollars(9871), 43, 5, Date{2026y / 3 / 17}};
    Person ben{"Ben", 0.5, Money::dollars(6431), {}, {}, {}};
    ben.paidOut = isAgency;
    if (isAgency)
        ana.billRate = Money::dollars(9743);
    inputs.team = {ana, ben};
    const std::vector<Evidence> seen{{"src/wombat.ts", 71853, "const bilby = hash()", "Dugong saw it"}};
    for (const Phase& phase : catalogue.phases) {
        inputs.phaseNotes[phase.id] = " ";
        for (const Item& item : phase.items) {
            ItemInput& input = inputs.items[item.id];
            input.evidence = TickEvidence{input.progress.state, seen, "Dugong", Date{2026y / 10 / 6}};
            inputs.proposals[item.id] = {FoundState::done,
                                         FoundConfidence::confident,
                                         {{"src/taipan.ts", 62947, "const bilby = 0", "Dugong guessed"}},
                                         "Dugong",
                                         Date{2026y / 10 / 7}};
            if (&phase == &catalogue.phases.front())
                input.progress = {ItemState::missing};
            input.evidence->state = input.progress.state;
            input.owner = "Ana";
        }
    }
    const Phase& first = catalogue.phases.front();
    inputs.estimates[first.id] = {{3, 4, 6}, Date{2026y / 11 / 2}, {}};
    inputs.targetDate = Date{2027y / 9 / 14};
    inputs.budget = Money::dollars(643219);
    inputs.cash.opening = Money::dollars(157331);
    inputs.cash.monthly = {{"Xylophone rent", Money::dollars(-3457), inputs.start, {}, {}}};
    inputs.cash.once = {{"Quokka grant", Money::dollars(41299), inputs.start + std::chrono::days{40}, {}}};
    RiskEvent walrus;
    walrus.id = "walrus";
    walrus.number = 1;
    walrus.title = "Walrus leaves";
    walrus.p = 0.25;
    walrus.phase = first.id;
    walrus.money = {4000, 5000, 6000};
    inputs.risks = {1, {walrus}};
    inputs.price.marginPercent = 23.71;
    inputs.price.markUpPercent = 17.37;
    hideNotes(inputs);
    Scenario other;
    other.name = "Two more";
    other.team = inputs.team;
    other.team->front().weeklyRate = Money::dollars(8929);
    other.price = inputs.price;
    other.price->marginPercent = 31.93;
    other.cash = inputs.cash;
    made.project.scenarios = {other};
    return made;
}

inline ExportSource source(bool isAgency)
{
    ExportSource made;
    made.document = document(isAgency);
    const Project& project = made.document.project;
    made.plan = std::make_shared<const Plan>(makePlan(made.document.catalogue.catalogue, project.base).value());
    made.stamp = {{}, std::chrono::sys_days{2026y / 11 / 22} + 10h, planHash(made.document)};
    made.simulation.runs = 100;
    made.simulation.drivingRuns = 10;
    ChangesSince changes;
    changes.version.id = 1;
    changes.version.label = "Lyrebird edit";
    changes.version.tag = "As quoted";
    changes.before = made.document;
    changes.before.project.base.team.front().weeklyRate = Money::dollars(7753);
    changes.now = project;
    changes.today = Date{2026y / 11 / 22};
    made.changes = changes;
    return made;
}

/// Of the plan of source(isAgency).
inline std::vector<Secret> secretsOf(const Plan& plan, const Risk& risk)
{
    std::vector<Secret> all;
    const bool isAgency = isPriced(plan.inputs);
    all.push_back(rate(QStringLiteral("rate of Ana"), 7317, 1));
    all.push_back(rate(QStringLiteral("rate of Ben"), 6431, 0.5));
    all.push_back(rate(QStringLiteral("rate in a scenario"), 8929, 1));
    all.push_back(rate(QStringLiteral("rate before"), 7753, 1));
    all.push_back(amounts(QStringLiteral("salary"), {213847}));
    all.push_back(amounts(QStringLiteral("on-costs"), {9871}));
    all.push_back(amounts(QStringLiteral("margin"), {23.71}));
    all.push_back(amounts(QStringLiteral("margin in a scenario"), {31.93}));
    all.push_back(amounts(QStringLiteral("mark-up"), {17.37}));
    for (const char* word : {"zebrafish", "cassowary", "bandicoot", "pademelon", "echidna", "numbat", "quoll"})
        all.push_back(words(QStringLiteral("private note ") + QString::fromUtf8(word), QString::fromUtf8(word)));
    all.push_back(words(QStringLiteral("label of an edit"), QStringLiteral("Lyrebird")));
    all.push_back(words(QStringLiteral("excerpt of the source"), QStringLiteral("bilby")));
    all.push_back(words(QStringLiteral("an assistant's words"), QStringLiteral("Dugong saw")));
    all.push_back(words(QStringLiteral("proposal"), QStringLiteral("Taipan")));
    all.push_back(amounts(QStringLiteral("line of the source"), {71853}));
    all.push_back(amounts(QStringLiteral("line of a proposal"), {62947}));
    const auto clientOnly = [&](Secret secret) {
        secret.fromInvestor = false;
        all.push_back(std::move(secret));
    };
    clientOnly(amounts(QStringLiteral("budget"), {643219}));
    clientOnly(day(QStringLiteral("target date"), Date{2027y / 9 / 14}));
    clientOnly(words(QStringLiteral("risk"), QStringLiteral("Walrus")));
    clientOnly(words(QStringLiteral("file of the source"), QStringLiteral("wombat")));
    clientOnly(words(QStringLiteral("an assistant"), QStringLiteral("Dugong")));
    clientOnly(
        {QStringLiteral("chances"), anyOf({QStringLiteral("\\d ?(?:%|#37;) sure"), QStringLiteral("\\bP[1589]0\\b")})});
    clientOnly({QStringLiteral("slack"), anyOf({QStringLiteral("slack")})});
    const auto cost = [&](const QString& name, std::initializer_list<Money> values) {
        QStringList shapes;
        for (const Money value : values) // MS Project has amounts in cents
            shapes << amountShape(value.inDollars()) << amountShape(static_cast<double>(value.cents));
        clientOnly({name, anyOf(shapes)});
    };
    const Headline sure = headlineOf(plan, risk, plan.inputs.confidence);
    cost(QStringLiteral("total cost"), {plan.total.likely, plan.shown.total.likely, promised(sure.total)});
    cost(QStringLiteral("labour"), {plan.labour.likely, plan.shown.labour.likely});
    cost(QStringLiteral("cost of a phase"), {plan.phases.back().cost.likely, plan.phases.back().shownCost.likely});
    // The cash of an agency has its invoices.
    for (Secret secret : {amounts(QStringLiteral("opening cash"), {157331}),
                          words(QStringLiteral("monthly line"), QStringLiteral("Xylophone")),
                          words(QStringLiteral("grant"), QStringLiteral("Quokka"))}) {
        secret.fromInvestor = isAgency;
        all.push_back(secret);
    }
    if (isAgency) {
        all.push_back(rate(QStringLiteral("bill rate of Ana"), 9743, 1));
        all.push_back(rate(QStringLiteral("bill rate of Ben"), 8429.68, 0.5));
        const Money price = priceFigures(plan, risk, priceConfidence(plan.inputs)).fixed.price;
        const Money tax = gstOn(plan.inputs, price);
        Secret told = amounts(QStringLiteral("price"), {price.inDollars(), tax.inDollars(), (price + tax).inDollars()});
        told.fromClient = false;
        all.push_back(told);
    }
    return all;
}

/// The text of a file in plain forms (KC): archives member by member, PDF as poppler reads it, folded lines in one,
/// drawings without their coordinates.
inline QString textOf(const std::string& bytes)
{
    const auto from = [&](const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        process.write(bytes.data(), static_cast<qint64>(bytes.size()));
        process.closeWriteChannel();
        if (!process.waitForFinished(-1) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    };
    QByteArray plain = QByteArray::fromStdString(bytes);
    if (bytes.starts_with("PK")) // slides have workbooks in them
        plain = from(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sys, io, zipfile\n"
                                     "def tell(data):\n"
                                     "    z = zipfile.ZipFile(io.BytesIO(data))\n"
                                     "    for n in z.namelist():\n"
                                     "        sys.stdout.buffer.write(n.encode() + b'\\n')\n"
                                     "        part = z.read(n)\n"
                                     "        tell(part) if part[:2] == b'PK' else sys.stdout.buffer.write(part)\n"
                                     "tell(sys.stdin.buffer.read())")});
    else if (bytes.starts_with("%PDF"))
        plain = from(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
    plain.replace("\r\n ", "");
    QString text = QString::fromUtf8(plain).normalized(QString::NormalizationForm_KC);
    if (text.contains(QStringLiteral("<svg"))) // where things are drawn is a number like any other
        text.remove(QRegularExpression(
            QStringLiteral(" (?:d|points|transform|viewBox|[xy][12]?|c[xy]|r|width|height)=\"[-0-9.,a-zA-Z() ]*\"")));
    return text;
}

/// The names of those that the text tells.
inline QStringList toldBy(const QString& text, const std::vector<Secret>& secrets)
{
    QStringList told;
    for (const Secret& secret : secrets)
        if (secret.shape.match(text).hasMatch())
            told << secret.name;
    return told;
}

/// What the text tells that is kept from the audience, each with the words around it.
inline QString leaks(const QString& text, const std::vector<Secret>& secrets, Audience audience)
{
    QString found;
    for (const Secret& secret : secrets) {
        if (!secret.isFrom(audience))
            continue;
        const QRegularExpressionMatch match = secret.shape.match(text);
        if (match.hasMatch())
            found += secret.name + QStringLiteral(": …") +
                     text.mid(std::max<qsizetype>(0, match.capturedStart() - 60), match.capturedLength() + 90)
                         .replace(u'\n', u' ') +
                     QStringLiteral("…\n");
    }
    return found;
}

} // namespace trestle::secrets
