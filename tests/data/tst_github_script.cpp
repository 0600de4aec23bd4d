#include "data/exchange/backlog.h"
#include "data/exchange/clean_text.h"
#include "data/formats/export_formats.h"
#include "tests/data/support/export_sources.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace trestle;

namespace {

/// Stands in for GitHub's program: keeps issues in a file, and notes each call. `jq` answers as the real one does.
constexpr const char* kFakeGh =
    "#!/usr/bin/python3\n"
    "import json, os, subprocess, sys\n"
    "path = os.path.join(os.environ['FAKE_GH'], 'issues.json')\n"
    "issues = json.load(open(path)) if os.path.exists(path) else []\n"
    "args = sys.argv[1:]\n"
    "with open(os.path.join(os.environ['FAKE_GH'], 'calls'), 'a') as calls:\n"
    "    calls.write(' '.join(args[:2]) + '\\n')\n"
    "def options(prefix):\n"
    "    return [a[len(prefix):] for a in args if a.startswith(prefix)]\n"
    "if args[:2] == ['issue', 'list']:\n"
    "    jq = args[args.index('--jq') + 1]\n"
    "    subprocess.run(['jq', '-r', jq], input=json.dumps(issues), text=True, check=True)\n"
    "elif args[:2] == ['issue', 'create']:\n"
    "    number = len(issues) * 2 + 7\n"
    "    issues.append({'number': number, 'title': options('--title=')[0],\n"
    "                   'labels': options('--label='), 'body': sys.stdin.buffer.read().decode()})\n"
    "    print('https://example.invalid/a/b/issues/%d' % number)\n"
    "elif args[:2] == ['issue', 'edit']:\n"
    "    issue = next(i for i in issues if i['number'] == int(args[2]))\n"
    "    issue.update(title=options('--title=')[0], body=sys.stdin.buffer.read().decode())\n"
    "elif args[:2] == ['label', 'create']:\n"
    "    sys.exit(1)\n" // there is one already
    "else:\n"
    "    sys.exit('unknown: ' + repr(args))\n"
    "json.dump(issues, open(path, 'w'))\n";

/// A repository with the stand-in, in a folder of its own.
class FakeRepository {
public:
    FakeRepository()
    {
        QDir(m_folder.path()).mkdir("bin");
        QDir(m_folder.path()).mkdir("work");
        QFile gh(m_folder.filePath("bin/gh"));
        if (!gh.open(QIODevice::WriteOnly) || gh.write(kFakeGh) < 0)
            qFatal("no gh");
        gh.close();
        gh.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// What it printed; the test ends where it failed.
    QByteArray run(const std::string& script)
    {
        QFile file(m_folder.filePath("plan.sh"));
        if (!file.open(QIODevice::WriteOnly) || file.write(script.data(), qint64(script.size())) < 0)
            qFatal("no script");
        file.close();
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", m_folder.filePath("bin") + ':' + environment.value("PATH"));
        environment.insert("FAKE_GH", m_folder.path());
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(m_folder.filePath("work"));
        shell.start("sh", {file.fileName()});
        if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
            qFatal("%s", shell.readAllStandardError().constData());
        if (const QByteArray trouble = shell.readAllStandardError(); !trouble.isEmpty())
            qFatal("%s", trouble.constData());
        return shell.readAllStandardOutput();
    }
    [[nodiscard]] QJsonArray issues() const
    {
        QFile file(m_folder.filePath("issues.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
    }
    /// What the script left where it ran, beside what the stand-in writes.
    [[nodiscard]] QStringList leftBehind() const
    {
        return QDir(m_folder.filePath("work")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private:
    QTemporaryDir m_folder;
};

std::string scriptOf(const ExportSource& source)
{
    const auto formats = exportFormats();
    return exportAs(*formatOf(formats, "github"), source).value().bytes;
}

/// What is shown of text that is written so that Markdown reads nothing in it.
QString fromMarkdown(QString text)
{
    static const QRegularExpression escaped(QStringLiteral("\\\\([\\\\`*_\\[\\]<>&|~#])"));
    return text.replace(escaped, "\\1");
}

QJsonObject withId(const QJsonArray& issues, const std::string& id)
{
    QJsonObject found;
    for (const QJsonValue& issue : issues)
        if (issue["body"].toString().contains("<!-- " + QString::fromStdString(id) + " -->")) {
            if (!found.isEmpty())
                qFatal("two issues of %s", id.c_str());
            found = issue.toObject();
        }
    return found;
}

QString referenceTo(const QJsonArray& issues, const std::string& id)
{
    return " #" + QString::number(withId(issues, id)["number"].toInt());
}

} // namespace

/// The script that makes issues on GitHub, run with a stand-in for GitHub's program.
class TestGithubScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAnIssueOfEach();
    void updatesWhatThereIs();
    void namesRunNothing_data();
    void namesRunNothing();
    void endsWithoutGh();
};

void TestGithubScript::makesAnIssueOfEach()
{
    const ExportSource source = test::sampleSource();
    const Backlog backlog = backlogOf(source, {});
    FakeRepository repository;
    repository.run(scriptOf(source));
    const QJsonArray issues = repository.issues();
    qsizetype count = 0;
    for (const EpicTicket& epic : backlog.epics) {
        const QJsonObject issue = withId(issues, epic.id);
        QCOMPARE(issue["title"].toString(), QString::fromStdString(epic.title));
        QCOMPARE(issue["labels"].toArray(), (QJsonArray{"trestle", "epic"}));
        const QString text = fromMarkdown(issue["body"].toString());
        QVERIFY(text.startsWith(QString::fromStdString(epic.text)));
        for (const std::string& id : epic.waitsFor)
            QVERIFY(text.contains(QRegularExpression("Waits for:.*" + referenceTo(issues, id) + "\\b")));
        ++count;
        for (const Ticket& item : epic.items) {
            const QJsonObject one = withId(issues, item.id);
            QCOMPARE(one["title"].toString(), QString::fromStdString(item.title));
            QCOMPARE(one["labels"].toArray(), (QJsonArray{"trestle", "ticket"}));
            QVERIFY(text.contains("\n-" + referenceTo(issues, item.id) + "\n"));
            const QString body = fromMarkdown(one["body"].toString());
            QVERIFY(body.startsWith(QString::fromStdString(item.text)));
            QVERIFY(body.contains("Part of:" + referenceTo(issues, epic.id) + "\n"));
            ++count;
        }
    }
    QCOMPARE(issues.size(), count);
    for (const QJsonValue& issue : issues)
        QVERIFY(!issue["body"].toString().contains(QRegularExpression("#trestle-")));
}

void TestGithubScript::updatesWhatThereIs()
{
    FakeRepository repository;
    const QByteArray first = repository.run(scriptOf(test::sampleSource()));
    QVERIFY(first.contains("created #7\n"));
    const QJsonArray before = repository.issues();
    const QByteArray again = repository.run(scriptOf(test::sampleSource()));
    QVERIFY2(!again.contains("created"), again.constData());
    QCOMPARE(repository.issues(), before);
    // A later plan moves them, and its script is another one.
    repository.run(scriptOf(test::sampleSource([](Inputs& inputs) { inputs.start += std::chrono::days{14}; })));
    const QJsonArray after = repository.issues();
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after[i]["title"], before[i]["title"]);
        QVERIFY(after[i]["body"] != before[i]["body"]);
    }
}

void TestGithubScript::namesRunNothing_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
    for (const char* name : {"'; touch bad; '", "'$(touch bad)'", "a' 'b\n touch bad\n'", "\\'; touch bad #",
                             "-->\n<!-- trestle-0123456789abcdef -->", "@someone and #1"})
        QTest::newRow(name) << std::string(name);
}

void TestGithubScript::namesRunNothing()
{
    QFETCH(std::string, name);
    const std::shared_ptr<const Plan> sample = test::sampleSource().plan;
    const ExportSource source = test::namedSource(name, [&](Inputs& inputs) {
        for (const ItemPlan& item : sample->items) // each issue is a program that runs twice
            if (item.phase > 0 || &item - sample->items.data() > 2)
                setState(inputs, item.id, ItemState::excluded);
    });
    const Backlog backlog = backlogOf(source, {.title = 256, .text = 30'000});
    FakeRepository repository;
    repository.run(scriptOf(source));
    repository.run(scriptOf(source)); // the texts are read again to find what there is
    QCOMPARE(repository.leftBehind(), QStringList());
    qsizetype count = 0;
    for (const EpicTicket& epic : backlog.epics)
        count += 1 + static_cast<qsizetype>(epic.items.size());
    const QJsonArray issues = repository.issues();
    QCOMPARE(issues.size(), count);
    const EpicTicket& epic = backlog.epics.front();
    for (const Ticket* ticket : std::initializer_list<const Ticket*>{&epic, backlog.find(epic.items.front().id)}) {
        const QJsonObject issue = withId(issues, ticket->id);
        QCOMPARE(issue["title"].toString(), QString::fromStdString(ticket->title));
        QVERIFY(fromMarkdown(issue["body"].toString()).startsWith(QString::fromStdString(ticket->text)));
    }
}

void TestGithubScript::endsWithoutGh()
{
    QTemporaryDir folder;
    QProcess shell;
    QProcessEnvironment environment;
    environment.insert("PATH", folder.path());
    shell.setProcessEnvironment(environment);
    shell.start("/bin/sh", {"-c", QString::fromStdString(scriptOf(test::sampleSource()))});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 1);
    QVERIFY(shell.readAllStandardError().contains("https://cli.github.com"));
    QCOMPARE(shell.readAllStandardOutput(), "");
}

QTEST_GUILESS_MAIN(TestGithubScript)
#include "tst_github_script.moc"
