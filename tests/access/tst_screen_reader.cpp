#include "tests/access/support/desktop.h"
#include "tests/access/support/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <memory>

namespace {

/// Of these a user can do something with, so each says what it is called.
const QSet<QString> kControls{
    QStringLiteral("push button"), QStringLiteral("button menu"),   QStringLiteral("toggle button"),
    QStringLiteral("check box"),   QStringLiteral("radio button"),  QStringLiteral("text"),
    QStringLiteral("combo box"),   QStringLiteral("spin box"),      QStringLiteral("slider"),
    QStringLiteral("tree"),        QStringLiteral("table"),         QStringLiteral("list"),
    QStringLiteral("page tab"),    QStringLiteral("page tab list"), QStringLiteral("menu item"),
    QStringLiteral("chart"),       QStringLiteral("link")};
/// Of these an empty one is sound: what stands in a table has its place for a name.
const QSet<QString> kCells{QStringLiteral("table cell"),          QStringLiteral("cell"),
                           QStringLiteral("tree item"),           QStringLiteral("list item"),
                           QStringLiteral("table column header"), QStringLiteral("column header"),
                           QStringLiteral("table row header"),    QStringLiteral("row header")};

QString plain(QString text)
{
    return text.replace(QChar(0x00a0), u' ');
}

QString oneLine(const Told& told)
{
    return QStringLiteral("[%1] \"%2\"").arg(told.role, plain(told.name));
}

/// What is wrong with the controls that show, one line each.
QStringList problems(const Told& root)
{
    QStringList found;
    std::function<void(const Told&, const Told&)> look = [&](const Told& told, const Told& parent) {
        const QString where = oneLine(told) + QStringLiteral(" in ") + oneLine(parent);
        // A panel is a control where it scrolls by keys.
        const bool control = kControls.contains(told.role) || (told.role == u"panel" && told.is(State::focusable));
        const bool cell = kCells.contains(told.role);
        const bool list = told.role == u"list" && parent.role == u"combo box"; // which says what is chosen from
        if (control && !list && plain(told.name).trimmed().isEmpty())
            found += where + QStringLiteral(": no name");
        if (control && told.name.contains(u'&'))
            found += where + QStringLiteral(": the letter of a shortcut is read out");
        if (told.is(State::focusable) && !control && !cell && told.role != u"label")
            found += where + QStringLiteral(": takes the focus, but nobody is told what it is");
        if (control && told.is(State::enabled) != told.is(State::sensitive))
            found += where + QStringLiteral(": half enabled");
        for (const Told& child : told.children)
            look(child, told);
    };
    look(root, root);
    found.removeDuplicates();
    return found;
}

const Told* named(const Told& root, const QString& role, const QString& part)
{
    return find(root, [&](const Told& told) { return told.role == role && plain(told.name).contains(part); });
}

} // namespace

/// The program itself, in a session of its own, read and worked as by who sees no screen and holds no mouse.
class TestScreenReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void planIsMadeTickedHeardAndExportedByKeys();
    void everyControlOfEveryPageIsTold();
    void rowsAndBarsAreRead();
    void cleanupTestCase();

private:
    /// Waits until what is told of the program fits, and gives that.
    std::optional<Told> await(const std::function<bool(const Told&)>& fits);
    std::optional<Told> dialog();
    QString focused();
    [[nodiscard]] QString plans() const { return m_desktop->home() + QStringLiteral("/Documents/Trestle"); }

    // The program goes before its desktop.
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<QProcess> m_process;
    Node m_program;
};

void TestScreenReader::initTestCase()
{
    m_desktop = std::make_unique<Desktop>();
    QVERIFY2(m_desktop->problem().isEmpty(), qPrintable(m_desktop->problem()));
    m_reader = std::make_unique<Reader>(m_desktop->sessionBus());
    QVERIFY2(m_reader->problem().isEmpty(), qPrintable(m_reader->problem()));
    m_process = m_desktop->start(QStringLiteral(TRESTLE_PROGRAM));
    const std::optional<Node> program = m_reader->program(QStringLiteral("trestle"));
    QVERIFY2(program, "the program does not come to the accessibility bus");
    m_program = *program;
}

std::optional<Told> TestScreenReader::await(const std::function<bool(const Told&)>& fits)
{
    std::optional<Told> told;
    const bool came = QTest::qWaitFor(
        [&] {
            told = m_reader->tell(m_program);
            return fits(*told);
        },
        20'000);
    return came ? told : std::nullopt;
}

/// The dialog that is open.
std::optional<Told> TestScreenReader::dialog()
{
    std::optional<Told> shown;
    for (const Node& window : m_reader->children(m_program))
        if (const QString role = m_reader->role(window); role == u"dialog" || role == u"file chooser")
            if (Told told = m_reader->tell(window); told.is(State::showing))
                shown = std::move(told);
    return shown;
}

/// What is read of what the keys are on.
QString TestScreenReader::focused()
{
    return plain(m_reader->name(m_reader->focused()));
}

void TestScreenReader::planIsMadeTickedHeardAndExportedByKeys()
{
    // A new plan: its name, and Return through whatever is asked.
    m_desktop->press({"ctrl+n"});
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), 20'000);
    QStringList wrong = problems(*dialog());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    m_desktop->type(QStringLiteral("Paddock"));
    for (int step = 0; step < 6 && dialog(); ++step) {
        wrong = problems(*dialog());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        m_desktop->press({"Return"});
        QTest::qWait(300);
    }
    QVERIFY2(!dialog(), "Return does not lead through the questions of a new plan");
    QVERIFY(await([](const Told& told) { return named(told, QStringLiteral("tree"), QStringLiteral("Checklist")); }));
    QVERIFY(!QDir(plans()).entryList({"*.trestle"}).isEmpty());

    // The finish is there before anything is ticked.
    const auto settled = [](const Told& told) {
        return named(told, QStringLiteral("push button"), QStringLiteral("% sure: by "));
    };
    QVERIFY(await(settled));
    static_cast<void>(m_reader->takeHeard());

    // Five items: the list has the focus; each is told as it is reached, and as what it is after the tick.
    for (int item = 0; item < 5; ++item) {
        m_desktop->press({"Down"});
        QTRY_VERIFY_WITH_TIMEOUT(focused().contains(u", to build, "), 20'000);
        const QString title = focused().section(QStringLiteral(", to build, "), 0, 0);
        m_desktop->press({"space"});
        QTRY_VERIFY_WITH_TIMEOUT(focused().startsWith(title + QStringLiteral(", in place")), 20'000);
    }

    // Hear the finish, without looking for it.
    QStringList heard;
    QTRY_VERIFY_WITH_TIMEOUT(!(heard += m_reader->takeHeard()).filter(QStringLiteral("sure: by")).isEmpty(), 20'000);
    const QString finish = plain(heard.filter(QStringLiteral("sure: by")).constLast());
    QVERIFY2(finish.contains(QRegularExpression(QStringLiteral("\\d{4}, for AUD \\d+,\\d{3}"))), qPrintable(finish));
    QVERIFY2(finish.contains(QStringLiteral("sooner")) || finish.contains(QStringLiteral("less")), qPrintable(finish));

    // Export, by the menu's key and a path typed.
    m_desktop->press({"ctrl+shift+e"});
    QTest::qWait(300);
    for (int step = 0; step < 40 && !focused().contains(QStringLiteral("JSON")); ++step) {
        m_desktop->press({"Down"});
        QTest::qWait(100);
    }
    QVERIFY2(focused().contains(QStringLiteral("JSON")), qPrintable(focused()));
    m_desktop->press({"Return"});
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), 20'000);
    const QString path = m_desktop->home() + QStringLiteral("/paddock.json");
    m_desktop->press({"ctrl+a"});
    m_desktop->type(path);
    m_desktop->press({"Return"});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 0 && !dialog(), 20'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject plan = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!plan.isEmpty());
    // That it was saved is said as well.
    heard.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!(heard += m_reader->takeHeard()).filter(QStringLiteral("paddock.json")).isEmpty(),
                             20'000);
}

void TestScreenReader::everyControlOfEveryPageIsTold()
{
    QStringList wrong;
    for (int page = 1; page <= 8; ++page) {
        const QString keys = QStringLiteral("ctrl+%1").arg(page);
        m_desktop->press({keys});
        QTest::qWait(300);
        const Told told = m_reader->tell(m_program);
        for (const QString& problem : problems(told))
            wrong += keys + QStringLiteral(": ") + problem;
        // Something has the focus, and says what it is.
        if (!find(told, [](const Told& node) {
                return node.is(State::focused) && (kControls.contains(node.role) || kCells.contains(node.role));
            }))
            wrong += keys + QStringLiteral(": nothing has the focus");
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Phase or item, its dates and its cost, in the checklist, the tree and the chart.
void TestScreenReader::rowsAndBarsAreRead()
{
    m_desktop->press({"ctrl+1"});
    const std::optional<Told> told =
        await([](const Told& t) { return named(t, QStringLiteral("chart"), QStringLiteral("Gantt chart")); });
    QVERIFY(told);
    const QRegularExpression datesAndCost(QStringLiteral("\\d [A-Z][a-z]{2} \\d{4}, AUD [\\d,]+ – [\\d,]+"));
    const auto check = [&](const Told* place, const QString& role, const QString& part) {
        QVERIFY2(place, qPrintable(part));
        const Told* row = find(*place, [&](const Told& node) {
            return node.role == role && plain(node.name).contains(part) && plain(node.name).contains(datesAndCost);
        });
        QStringList all;
        forEach(*place, [&](const Told& node) { all += plain(node.name); });
        QVERIFY2(row, qPrintable(part + QStringLiteral(" not in\n") + all.mid(0, 30).join(u'\n')));
    };
    const QString cell = QStringLiteral("tree item");
    const QString bar = QStringLiteral("graphic");
    const Told* checklist = named(*told, QStringLiteral("tree"), QStringLiteral("Checklist"));
    check(checklist, cell, QStringLiteral("Database, phase, 5 of 7 in place"));
    check(checklist, cell, QStringLiteral(", to build, phase Database"));
    const Told* tree = named(*told, QStringLiteral("tree"), QStringLiteral("Phases and items"));
    check(tree, cell, QStringLiteral("Database, phase"));
    check(tree, cell, QStringLiteral("item of Database, to build"));
    const Told* chart = named(*told, QStringLiteral("chart"), QStringLiteral("Gantt chart"));
    check(chart, bar, QStringLiteral("Database, phase"));
    check(chart, bar, QStringLiteral("item of Database, to build"));
}

void TestScreenReader::cleanupTestCase()
{
    if (!m_process)
        return;
    m_process->terminate();
    QVERIFY(m_process->waitForFinished());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    TestScreenReader test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screen_reader.moc"
