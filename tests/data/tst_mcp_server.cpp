#include "data/json.h"
#include "data/mcp/server.h"

#include <QTest>

#include <random>

using namespace trestle;
using nlohmann::json;

/// The protocol between an assistant and Trestle: what is answered to which line.
class TestMcpServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesOnARevision_data();
    void agreesOnARevision();
    void listsTools();
    void callsATool();
    void handsOutFiles();
    void badArgumentsAreAnAnswer();
    void toolsThatThrowAreAnError();
    void refuses_data();
    void refuses();
    void isSilent_data();
    void isSilent();
    void batches();
    void anyBytesAreAnswered();

private:
    [[nodiscard]] mcp::Server server()
    {
        m_calls.clear();
        const auto echo = [](const json& arguments) {
            return mcp::Answer{canonicalJson({{"got", arguments}}), true, false, std::nullopt};
        };
        const auto file = [](const json& arguments) {
            const bool isText = arguments.empty();
            return mcp::Answer{
                {}, false, false, mcp::Attachment{"a.bin", "application/octet-stream", "\x01\xff", isText}};
        };
        const auto broken = [](const json&) -> mcp::Answer { throw std::runtime_error("broken"); };
        return {{"trestle", "Trestle", "1.0", "Plans."},
                {{"figures", "Figures", "What it comes to.", "schema/assistant/figures.json", true, echo},
                 {"file", "File", "A file.", "schema/assistant/figures.json", false, file},
                 {"broken", "Broken", "Never works.", "schema/assistant/figures.json", true, broken}},
                [](const Error& error) { return "wrong: " + error.what; },
                [this](const mcp::Call& call) { m_calls.push_back(call); }};
    }
    static json asked(mcp::Server& server, const std::string& method, const json& parameters = json::object())
    {
        const auto line =
            server.answer(json({{"jsonrpc", "2.0"}, {"id", 7}, {"method", method}, {"params", parameters}}).dump());
        return line ? json::parse(*line) : json();
    }
    std::vector<mcp::Call> m_calls;
};

void TestMcpServer::agreesOnARevision_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("agreed");
    QTest::newRow("today's") << "2025-06-18" << "2025-06-18";
    QTest::newRow("the first") << "2024-11-05" << "2024-11-05";
    QTest::newRow("one to come") << "2031-01-01" << "2025-11-25";
}

void TestMcpServer::agreesOnARevision()
{
    QFETCH(const QString, wanted);
    QFETCH(const QString, agreed);
    mcp::Server server = this->server();
    QCOMPARE(server.client(), std::string());
    const json result = asked(server, "initialize",
                              {{"protocolVersion", wanted.toStdString()},
                               {"clientInfo", {{"name", "A client"}, {"version", "3"}}}})["result"];
    QCOMPARE(result["protocolVersion"].get<std::string>(), agreed.toStdString());
    QCOMPARE(result["serverInfo"]["name"].get<std::string>(), std::string("trestle"));
    QVERIFY(result["capabilities"].contains("tools"));
    QCOMPARE(server.client(), std::string("A client"));
}

void TestMcpServer::listsTools()
{
    mcp::Server server = this->server();
    const json tools = asked(server, "tools/list")["result"]["tools"];
    QCOMPARE(tools.size(), std::size_t{3});
    QCOMPARE(tools[0]["name"].get<std::string>(), std::string("figures"));
    QCOMPARE(tools[0]["inputSchema"]["type"].get<std::string>(), std::string("object"));
    QCOMPARE(tools[0]["annotations"]["readOnlyHint"].get<bool>(), true);
    QCOMPARE(tools[1]["annotations"]["readOnlyHint"].get<bool>(), false);
}

void TestMcpServer::callsATool()
{
    mcp::Server server = this->server();
    const json arguments{{"scenario", "Lean"}};
    const json result = asked(server, "tools/call", {{"name", "figures"}, {"arguments", arguments}})["result"];
    QCOMPARE(result["isError"].get<bool>(), false);
    QVERIFY(result["structuredContent"]["got"] == arguments);
    QCOMPARE(result["content"][0]["type"].get<std::string>(), std::string("text"));
    QVERIFY(json::parse(result["content"][0]["text"].get<std::string>()) == result["structuredContent"]);
    QCOMPARE(m_calls.size(), std::size_t{1});
    QCOMPARE(m_calls[0].tool, std::string("figures"));
    QVERIFY(m_calls[0].arguments == arguments);
    QVERIFY(!m_calls[0].failed);
}

void TestMcpServer::handsOutFiles()
{
    mcp::Server server = this->server();
    const json call{{"name", "file"}, {"arguments", {{"scenario", "a"}}}};
    const json resource = asked(server, "tools/call", call)["result"]["content"][0]["resource"];
    QCOMPARE(QByteArray::fromBase64(QByteArray::fromStdString(resource["blob"].get<std::string>())),
             QByteArray("\x01\xff"));
    QCOMPARE(resource["uri"].get<std::string>(), std::string("trestle:///a.bin"));
}

void TestMcpServer::badArgumentsAreAnAnswer()
{
    mcp::Server server = this->server();
    const json result =
        asked(server, "tools/call", {{"name", "figures"}, {"arguments", {{"scenarios", "x"}}}})["result"];
    QCOMPARE(result["isError"].get<bool>(), true);
    QCOMPARE(result["content"][0]["text"].get<std::string>(), std::string("wrong: scenarios"));
    QVERIFY(m_calls.at(0).failed);
}

void TestMcpServer::toolsThatThrowAreAnError()
{
    mcp::Server server = this->server();
    QCOMPARE(asked(server, "tools/call", {{"name", "broken"}})["error"]["code"].get<int>(), -32603);
    QVERIFY(asked(server, "ping").contains("result")); // and it goes on
}

void TestMcpServer::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("no JSON") << QByteArray("hello") << -32700;
    QTest::newRow("nothing") << QByteArray("") << -32700;
    QTest::newRow("deep") << QByteArray(100'000, '[') << -32700;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}") << -32700;
    QTest::newRow("a number") << QByteArray("7") << -32600;
    QTest::newRow("an older JSON-RPC") << QByteArray(R"({"id":1,"method":"ping"})") << -32600;
    QTest::newRow("no method") << QByteArray(R"({"jsonrpc":"2.0","id":1})") << -32600;
    QTest::newRow("a method that is a number") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":2})") << -32600;
    QTest::newRow("an id that is a list") << QByteArray(R"({"jsonrpc":"2.0","id":[],"method":"ping"})") << -32600;
    QTest::newRow("an empty batch") << QByteArray("[]") << -32600;
    QTest::newRow("an unknown method") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})") << -32601;
    QTest::newRow("parameters in a list")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[1]})") << -32602;
    QTest::newRow("no revision") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"initialize"})") << -32602;
    QTest::newRow("no tool") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"tools/call"})") << -32602;
    QTest::newRow("an unknown tool") << QByteArray(
                                            R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}})")
                                     << -32602;
}

void TestMcpServer::refuses()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, code);
    mcp::Server server = this->server();
    const auto answer = server.answer(line.toStdString());
    QVERIFY(answer);
    QVERIFY(!answer->contains('\n'));
    QCOMPARE(json::parse(*answer)["error"]["code"].get<int>(), code);
    QVERIFY(m_calls.empty());
}

void TestMcpServer::isSilent_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("ready") << QByteArray(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QTest::newRow("cancelled") << QByteArray(
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})");
    QTest::newRow("an answer") << QByteArray(R"({"jsonrpc":"2.0","id":1,"result":{}})");
    QTest::newRow("a call without an id")
        << QByteArray(R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"figures"}})");
}

void TestMcpServer::isSilent()
{
    QFETCH(const QByteArray, line);
    mcp::Server server = this->server();
    QVERIFY(!server.answer(line.toStdString()));
    QVERIFY(m_calls.empty());
}

void TestMcpServer::batches()
{
    mcp::Server server = this->server();
    const auto answer = server.answer(
        R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},{"jsonrpc":"2.0","id":"b","method":"x"}])");
    QVERIFY(answer);
    const json answers = json::parse(*answer);
    QCOMPARE(answers.size(), std::size_t{2});
    QVERIFY(answers[0].contains("result"));
    QCOMPARE(answers[1]["id"].get<std::string>(), std::string("b"));
    QCOMPARE(answers[1]["error"]["code"].get<int>(), -32601);
    const json many = json::array_t(mcp::kMostTogether + 1, json(0));
    QCOMPARE(json::parse(server.answer(many.dump()).value())["error"]["code"].get<int>(), -32600);
}

void TestMcpServer::anyBytesAreAnswered()
{
    mcp::Server server = this->server();
    const std::string good =
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"figures","arguments":{}}})";
    std::mt19937 random(16);
    for (int i = 0; i < 2000; ++i) {
        std::string line = good;
        for (int change = 0; change < 3; ++change)
            line[random() % line.size()] = static_cast<char>(random());
        if (const auto answer = server.answer(line))
            QVERIFY(json::accept(*answer));
    }
}

QTEST_APPLESS_MAIN(TestMcpServer)
#include "tst_mcp_server.moc"
