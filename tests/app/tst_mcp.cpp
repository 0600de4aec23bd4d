#include "data/plan_file/assistant_inbox.h"
#include "tests/app/support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace trestle;

/// `trestle mcp`: what an assistant reads of a plan and proposes for it, over the program's own streams, and through a
/// client that we did not write.
class TestMcp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void toolsAnswerAsTheCommands_data();
    void toolsAnswerAsTheCommands();
    void proposalsWaitForTheUser();
    void editsWhereAllowed();
    void refusesProposals_data();
    void refusesProposals();
    void evidenceIsLookedUp();
    void secretsAreMasked();
    void askingChangesNothing();
    void callsAreKept();
    void aPlanThatIsOpenElsewhere();
    void aScanIsKept();
    void badPlanIsToldAtOnce();
    void longLinesAreRefused();
    void aClientThatWeDidNotWrite();

private:
    /// The results of the calls, one after the other, in one session.
    [[nodiscard]] QJsonArray call(const QJsonArray& calls, const QStringList& options = {}) const
    {
        QByteArray lines = line({{"id", 0},
                                 {"method", "initialize"},
                                 {"params", QJsonObject{{"protocolVersion", "2025-06-18"},
                                                        {"clientInfo", QJsonObject{{"name", "Assistant"}}}}}});
        lines += line({{"method", "notifications/initialized"}});
        for (int i = 0; i < calls.size(); ++i)
            lines += line({{"id", i + 1}, {"method", "tools/call"}, {"params", calls[i]}});
        const Outcome outcome = m_workshop->run(QStringList{"mcp", "a.trestle"} + options, lines, kToday);
        [&] { QCOMPARE(QByteArray::number(outcome.exitCode) + ' ' + outcome.err, QByteArray("0 ")); }();
        QJsonArray results;
        for (const QByteArray& answer : outcome.out.split('\n'))
            if (const QJsonObject object = QJsonDocument::fromJson(answer).object(); object["id"].toInt() > 0)
                results.append(object["result"]);
        [&] { QCOMPARE(results.size(), calls.size()); }();
        return results;
    }
    [[nodiscard]] QJsonObject callOne(const QString& tool, const QJsonObject& arguments,
                                      const QStringList& options = {}) const
    {
        return call({QJsonObject{{"name", tool}, {"arguments", arguments}}}, options).at(0).toObject();
    }
    static QByteArray line(QJsonObject message)
    {
        message["jsonrpc"] = "2.0";
        return QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    }
    [[nodiscard]] std::size_t revisions() const
    {
        const auto file = PlanFile::open(m_workshop->path("a.trestle").toStdString(), OpenMode::readOnly);
        return file ? file->history().value_or(std::vector<Revision>()).size() : 0;
    }
    [[nodiscard]] static QString textOf(const QJsonObject& result) { return at(result, "content/0/text").toString(); }
    [[nodiscard]] QJsonObject plan() const { return callOne("read_plan", {})["structuredContent"].toObject(); }

    static const Variables kToday;
    std::unique_ptr<Workshop> m_workshop;
};

const Variables TestMcp::kToday{{"SOURCE_DATE_EPOCH", "1796774400"}}; // 2026-12-09

void TestMcp::init()
{
    m_workshop = std::make_unique<Workshop>();
    QCOMPARE(m_workshop->run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    QDir().mkpath(m_workshop->path("code/src"));
    m_workshop->write("code/src/auth.py", "import bcrypt\n\n\nhash = bcrypt.hashpw(word, bcrypt.gensalt())\n");
    m_workshop->write("code/src/config.py", "PASSWORD = 'correct-horse-battery'\nconnect('app', 'correct-horse')\n");
}

void TestMcp::toolsAnswerAsTheCommands_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QStringList>("command");
    QTest::newRow("figures") << "figures" << QJsonObject{} << QStringList{"plan", "a.trestle", "--json"};
    QTest::newRow("risk") << "risk" << QJsonObject{{"runs", 500}, {"seed", 3}}
                          << QStringList{"risk", "a.trestle", "--json", "--runs", "500", "--seed", "3"};
    QTest::newRow("goal") << "goal" << QJsonObject{{"by", "2027-10-01"}, {"within", 300000}, {"sure", 60}}
                          << QStringList{"goal",     "a.trestle", "--json", "--by", "2027-10-01",
                                         "--within", "300000",    "--sure", "60"};
}

void TestMcp::toolsAnswerAsTheCommands()
{
    QFETCH(const QString, tool);
    QFETCH(const QJsonObject, arguments);
    QFETCH(const QStringList, command);
    const QJsonObject result = callOne(tool, arguments);
    const Outcome printed = m_workshop->run(command, {}, kToday);
    QCOMPARE(printed.exitCode, 0);
    QCOMPARE(result["isError"].toBool(), false);
    QCOMPARE(textOf(result).toUtf8(), printed.out);
    QCOMPARE(result["structuredContent"].toObject(), QJsonDocument::fromJson(printed.out).object());
}

void TestMcp::proposalsWaitForTheUser()
{
    const QJsonObject before = m_workshop->figures("a.trestle");
    const QJsonObject result = callOne(
        "propose_state",
        {{"item", "password-hashing"},
         {"state", "done"},
         {"confidence", "confident"},
         {"evidence", QJsonArray{QJsonObject{{"path", "src/auth.py"}, {"line", 4}, {"why", "bcrypt with a salt"}}}}},
        {"--folder", "code"});
    QVERIFY2(!result["isError"].toBool(), qPrintable(textOf(result)));
    QCOMPARE(m_workshop->figures("a.trestle"), before);

    const QJsonObject proposal = at(plan(), "proposals/password-hashing").toObject();
    QCOMPARE(proposal["state"].toString(), "done");
    QCOMPARE(proposal["confidence"].toString(), "confident");
    QCOMPARE(proposal["by"].toString(), "Assistant");
    QCOMPARE(proposal["on"].toString(), "2026-12-09");
    QCOMPARE(at(proposal, "evidence/0").toObject(),
             (QJsonObject{{"path", "src/auth.py"},
                          {"line", 4},
                          {"excerpt", "hash = bcrypt.hashpw(word, bcrypt.gensalt())"},
                          {"rule", "bcrypt with a salt"}}));
    QVERIFY(!plan()["items"].toObject().contains("password-hashing"));

    // The catalogue tells what is proposed, with what in place means.
    const QJsonArray items =
        at(callOne("catalogue", {{"phase", "authentication"}}), "structuredContent/phases/0/items").toArray();
    QCOMPARE(at(items[0].toObject(), "proposal/answer").toString(), "open");
    for (const QJsonValue& item : items)
        QVERIFY(!item["inPlaceWhen"].toString().isEmpty());
}

void TestMcp::editsWhereAllowed()
{
    const QJsonObject before = m_workshop->figures("a.trestle");
    const QJsonObject proposal{{"item", "password-hashing"},
                               {"state", "done"},
                               {"evidence", QJsonArray{QJsonObject{{"path", "src/auth.py"}}}}};
    const QJsonObject result = callOne("propose_state", proposal, {"--allow-edits"});
    QVERIFY2(!result["isError"].toBool(), qPrintable(textOf(result)));
    QCOMPARE(at(plan(), "items/password-hashing/state").toString(), "done");
    QCOMPARE(at(plan(), "items/password-hashing/evidence/by").toString(), "Assistant");
    QVERIFY(m_workshop->figures("a.trestle") != before);
    // Where only the user can say, it stays a proposal.
    QVERIFY(!callOne("propose_state", {{"item", "two-factor"}, {"state", "elsewhere"}}, {"--allow-edits"})["isError"]
                 .toBool());
    QVERIFY(!plan()["items"].toObject().contains("two-factor"));
    QCOMPARE(at(plan(), "proposals/two-factor/answer").toString(), QString()); // open
}

void TestMcp::refusesProposals_data()
{
    QTest::addColumn<QJsonObject>("proposal");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* item, const char* state, const QJsonArray& evidence,
                        const char* words) {
        QTest::newRow(name) << QJsonObject{{"item", item}, {"state", state}, {"evidence", evidence}} << words;
    };
    const auto place = [](const char* path, int line = 1) {
        return QJsonArray{QJsonObject{{"path", path}, {"line", line}}};
    };
    row("unknown item", "pasword-hashing", "none", {}, "password-hashing");
    row("unknown state", "sessions", "ready", {}, "ready");
    row("no evidence", "sessions", "done", {}, "evidence");
    row("no such file", "sessions", "done", place("src/none.py"), "src/none.py");
    row("a line beyond the end", "sessions", "done", place("src/auth.py", 99), "99");
    row("out of the folder", "sessions", "done", place("../a.trestle"), "../a.trestle");
    row("out of it by a detour", "sessions", "done", place("src/../../a.trestle"), "a.trestle");
    row("out of it by a link", "sessions", "done", place("out/passwd"), "out/passwd");
    row("absolute", "sessions", "done", place("/etc/passwd"), "/etc/passwd");
    row("the folder", "sessions", "done", place("."), "src/auth.py");
    row("no line 0", "sessions", "done", place("src/auth.py", 0), "0");
    QJsonArray many;
    for (int i = 0; i < 9; ++i)
        many.append(QJsonObject{{"path", "src/auth.py"}});
    row("too many places", "sessions", "done", many, "8");
}

void TestMcp::refusesProposals()
{
    QFETCH(const QJsonObject, proposal);
    QFETCH(const QString, words);
    QVERIFY(QFile::link("/etc", m_workshop->path("code/out")));
    const QJsonObject result = callOne("propose_state", proposal, {"--folder", "code", "--allow-edits"});
    QVERIFY(result["isError"].toBool());
    QVERIFY2(textOf(result).contains(words), qPrintable(textOf(result)));
    QVERIFY(!plan().contains("proposals"));
    QCOMPARE(revisions(), std::size_t{1});
}

void TestMcp::evidenceIsLookedUp()
{
    const QJsonObject proposal{
        {"item", "secrets"},
        {"state", "partial"},
        {"evidence", QJsonArray{QJsonObject{{"path", "./src//auth.py"}, {"line", 1}}, QJsonObject{{"path", "src"}}}}};
    QVERIFY(!callOne("propose_state", proposal, {"--folder", "code"})["isError"].toBool());
    const QJsonArray evidence = at(plan(), "proposals/secrets/evidence").toArray();
    QCOMPARE(evidence[0].toObject(), (QJsonObject{{"path", "src/auth.py"}, {"line", 1}, {"excerpt", "import bcrypt"}}));
    QCOMPARE(evidence[1].toObject(), (QJsonObject{{"path", "src"}}));
}

void TestMcp::secretsAreMasked()
{
    const QJsonObject proposal{{"item", "secrets"},
                               {"state", "opposite"},
                               {"evidence", QJsonArray{QJsonObject{{"path", "src/config.py"}, {"line", 1}},
                                                       QJsonObject{{"path", "src/config.py"}, {"line", 2}}}}};
    QVERIFY(!callOne("propose_state", proposal, {"--folder", "code"})["isError"].toBool());
    QVERIFY(!m_workshop->read("a.trestle").contains("correct-horse"));
    QVERIFY(at(plan(), "proposals/secrets/evidence/0/excerpt").toString().startsWith("PASSWORD"));
}

void TestMcp::askingChangesNothing()
{
    const QStringList files = QDir(m_workshop->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const QJsonObject before = plan();
    const QJsonArray results =
        call({QJsonObject{{"name", "read_plan"}}, QJsonObject{{"name", "catalogue"}}, QJsonObject{{"name", "figures"}},
              QJsonObject{{"name", "export"}, {"arguments", QJsonObject{{"format", "csv"}}}},
              QJsonObject{{"name", "export"}, {"arguments", QJsonObject{{"format", "pdf"}}}},
              QJsonObject{{"name", "export"}, {"arguments", QJsonObject{{"format", "exe"}}}},
              QJsonObject{{"name", "scan"}}});
    QCOMPARE(plan(), before);
    QCOMPARE(revisions(), std::size_t{1});
    QCOMPARE(QDir(m_workshop->path()).entryList(QDir::AllEntries | QDir::Hidden), files);
    const QJsonObject csv = at(results[3].toObject(), "content/0/resource").toObject();
    QCOMPARE(csv["mimeType"].toString(), "text/csv");
    QCOMPARE(csv["text"].toString().toUtf8(),
             m_workshop->run({"export", "a.trestle", "-", "--format", "csv"}, {}, kToday).out);
    QVERIFY(results[4]["isError"].toBool());
    QVERIFY(textOf(results[5].toObject()).contains("exe"));
    QVERIFY(textOf(results[6].toObject()).contains("--folder"));
}

void TestMcp::callsAreKept()
{
    (void)call(
        {QJsonObject{{"name", "figures"}}, QJsonObject{{"name", "risk"}, {"arguments", QJsonObject{{"runs", 1}}}}});
    const auto file = PlanFile::open(m_workshop->path("a.trestle").toStdString(), OpenMode::readOnly);
    const auto calls = file->assistantCalls();
    QVERIFY(calls);
    QCOMPARE(calls->size(), std::size_t{2});
    QCOMPARE(calls->at(0), (AssistantCall{1796774400'000, "Assistant", "figures", "{}", false}));
    QCOMPARE(calls->at(1), (AssistantCall{1796774400'000, "Assistant", "risk", R"({"runs":1})", true}));
    QCOMPARE(m_workshop->run({"check", "a.trestle"}).exitCode, 0);
}

void TestMcp::aPlanThatIsOpenElsewhere()
{
    const std::string path = m_workshop->path("a.trestle").toStdString();
    auto file = PlanFile::open(path);
    QVERIFY(file);
    const QJsonObject result = callOne(
        "propose_state",
        {{"item", "sessions"}, {"state", "partial"}, {"evidence", QJsonArray{QJsonObject{{"path", "src/auth.py"}}}}},
        {"--folder", "code", "--allow-edits"});
    QVERIFY2(!result["isError"].toBool(), qPrintable(textOf(result)));
    QVERIFY(callOne("propose_state", {{"item", "session"}, {"state", "none"}})["isError"].toBool());
    QVERIFY(!plan().contains("proposals"));
    QVERIFY(hasInbox(path));
    const std::vector<InboxEntry> entries = takeInbox(path, file->document().catalogue);
    QCOMPARE(entries.size(), std::size_t{4}); // the proposal, the three calls
    QCOMPARE(entries[0].item, std::string("sessions"));
    QVERIFY(entries[0].proposal.state == FoundState::partial);
    QCOMPARE(entries[0].proposal.by, std::string("Assistant"));
    QCOMPARE(entries[1].call->tool, std::string("propose_state"));
    QCOMPARE(entries[2].call->failed, true);
    QVERIFY(!hasInbox(path));
}

void TestMcp::aScanIsKept()
{
    const QStringList folder{"--folder", "code"};
    const QJsonObject seen = callOne("scan", {}, folder);
    QCOMPARE(at(seen, "structuredContent/kind").toString(), "scan");
    QVERIFY(!plan().contains("proposals"));
    QVERIFY(callOne("scan", {{"accept", "confident"}}, folder)["isError"].toBool());
    QVERIFY(!plan().contains("proposals"));
    const auto count = static_cast<std::size_t>(at(seen, "structuredContent/items").toArray().size());
    {
        auto file = PlanFile::open(m_workshop->path("a.trestle").toStdString());
        QVERIFY(!callOne("scan", {{"keep", true}}, folder)["isError"].toBool());
        const std::vector<InboxEntry> left = takeInbox(file->path(), file->document().catalogue);
        QCOMPARE(std::ranges::count_if(left, [](const InboxEntry& entry) { return !entry.item.empty(); }),
                 static_cast<std::ptrdiff_t>(count));
    }
    QVERIFY(!callOne("scan", {{"keep", true}}, folder)["isError"].toBool());
    QCOMPARE(static_cast<std::size_t>(plan()["proposals"].toObject().size()), count);
    QVERIFY(plan()["items"].toObject().isEmpty());
    QVERIFY(!callOne("scan", {{"accept", "confident"}}, folder + QStringList{"--allow-edits"})["isError"].toBool());
}

void TestMcp::badPlanIsToldAtOnce()
{
    const Outcome outcome = m_workshop->run({"mcp", "none.trestle"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(outcome.err.contains("none.trestle"));
}

void TestMcp::longLinesAreRefused()
{
    QByteArray lines = QByteArray(9 << 20, 'x') + '\n' + line({{"id", 1}, {"method", "ping"}});
    lines += "\n \r\n" + line({{"id", 2}, {"method", "ping"}}).chopped(1) + "\r\n";
    const QList<QByteArray> answers = m_workshop->run({"mcp", "a.trestle"}, lines).out.split('\n');
    QCOMPARE(answers.size(), 4);
    QVERIFY(answers[0].contains("-32600"));
    QVERIFY(answers[1].contains("\"id\":1"));
    QVERIFY(answers[2].contains("\"id\":2"));
}

void TestMcp::aClientThatWeDidNotWrite()
{
    const QString node = QStandardPaths::findExecutable("node");
    QVERIFY2(!node.isEmpty(), "installer/dependencies --tests installs nodejs");
    const QString client = QStringLiteral(TRESTLE_SOURCE "/tests/app/mcp_client/");
    const QString packages = QFileInfo(QStringLiteral(TRESTLE_PROGRAM)).dir().filePath("mcp-client"); // in the build
    const auto run = [&](const QStringList& arguments, const QByteArray& input) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("NODE_EXTRA_CA_CERTS", "/etc/ssl/certs/ca-certificates.crt");
        process.setProcessEnvironment(environment);
        process.start(node, arguments);
        process.write(input);
        process.closeWriteChannel();
        const bool isDone = process.waitForFinished(90'000);
        if (!isDone)
            process.kill();
        return Outcome{isDone ? process.exitCode() : -1, process.readAllStandardOutput(),
                       process.readAllStandardError()};
    };
    if (const Outcome installed = run({client + "install.mjs", packages}, {}); installed.exitCode != 0)
        QSKIP(("the client cannot be had from the npm registry: " + installed.err.left(300)).constData());

    // A scan of a prototype is a plan.
    const QString prototype = QStringLiteral(TRESTLE_FIXTURES "/scan/django-production/project");
    QCOMPARE(m_workshop->run({"new", "scanned.trestle", "--name", "Scanned"}).exitCode, 0);
    const QJsonArray scan{QJsonObject{{"name", "scan"}, {"arguments", QJsonObject{{"accept", "confident"}}}},
                          QJsonObject{{"name", "read_plan"}, {"arguments", QJsonObject{}}}};
    const Outcome scanned = run({client + "client.mjs", packages, TRESTLE_PROGRAM, "mcp",
                                 m_workshop->path("scanned.trestle"), "--folder", prototype, "--allow-edits"},
                                QJsonDocument(scan).toJson());
    QVERIFY2(scanned.exitCode == 0, scanned.err.constData());
    const QJsonArray told = QJsonDocument::fromJson(scanned.out).object()["results"].toArray();
    QCOMPARE(at(told[0].toObject(), "structuredContent/kind").toString(), "scan");
    const QJsonObject items = at(told[1].toObject(), "structuredContent/items").toObject();
    QCOMPARE(at(items, "password-hashing/state").toString(), "done");
    QVERIFY(!at(items, "password-hashing/evidence/places/0/path").toString().isEmpty());

    const QJsonArray calls{
        QJsonObject{{"name", "catalogue"}, {"arguments", QJsonObject{}}},
        QJsonObject{{"name", "figures"}, {"arguments", QJsonObject{}}},
        QJsonObject{{"name", "propose_state"},
                    {"arguments", QJsonObject{{"item", "password-hashing"},
                                              {"state", "done"},
                                              {"evidence", QJsonArray{QJsonObject{{"path", "src/auth.py"}}}}}}},
        QJsonObject{{"name", "propose_state"}, {"arguments", QJsonObject{{"item", "sessions"}}}},
        QJsonObject{{"name", "remove_everything"}, {"arguments", QJsonObject{}}},
    };
    const Outcome outcome = run({client + "client.mjs", packages, TRESTLE_PROGRAM, "mcp", m_workshop->path("a.trestle"),
                                 "--folder", m_workshop->path("code")},
                                QJsonDocument(calls).toJson());
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    const QJsonObject found = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(at(found, "server/name").toString(), "trestle");
    QCOMPARE(found["tools"].toArray().size(), 8);
    const QJsonArray results = found["results"].toArray();
    QCOMPARE(at(results[0].toObject(), "structuredContent/kind").toString(), "catalogue");
    QCOMPARE(at(results[1].toObject(), "structuredContent/kind").toString(), "figures");
    QVERIFY(!results[2]["isError"].toBool());
    QVERIFY(results[3]["isError"].toBool());
    QCOMPARE(at(results[4].toObject(), "thrown/code").toInt(), -32602);
    QCOMPARE(at(plan(), "proposals/password-hashing/by").toString(), "Test client");
}

QTEST_APPLESS_MAIN(TestMcp)
#include "tst_mcp.moc"
