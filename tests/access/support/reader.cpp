#include "tests/access/support/reader.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusReply>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QThread>

#include <array>
#include <utility>

namespace {

constexpr int kPatience = 20'000; // milliseconds; a machine under load is no failure
constexpr int kAnswer = 10'000;
const QString kAccessible = QStringLiteral("org.a11y.atspi.Accessible");
const QString kEvents = QStringLiteral("org.a11y.atspi.Event.Object");
const Node kRegistry{QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/accessible/root")};

QString busOf(const QString& sessionBus, QString& problem)
{
    QDBusConnection session = QDBusConnection::connectToBus(sessionBus, QStringLiteral("session"));
    const QDBusMessage ask =
        QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                       QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    const QDBusReply<QString> address = session.call(ask, QDBus::Block, kAnswer);
    if (!address.isValid())
        problem = QStringLiteral("no accessibility bus: ") + address.error().message();
    return address.value();
}

QString nameIn(const QDBusMessage& answer)
{
    return answer.arguments().value(0).value<QDBusVariant>().variant().toString();
}

quint64 statesIn(const QDBusMessage& answer)
{
    const auto halves = qdbus_cast<QList<uint>>(answer.arguments().value(0));
    return halves.size() == 2 ? quint64{halves[1]} << 32U | halves[0] : 0;
}

std::vector<Node> nodesIn(const QDBusMessage& answer)
{
    std::vector<Node> found;
    if (answer.arguments().isEmpty())
        return found;
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        Node node;
        QDBusObjectPath path;
        list.beginStructure();
        list >> node.service >> path;
        list.endStructure();
        node.path = path.path();
        if (!node.isNull())
            found.push_back(node);
    }
    list.endArray();
    return found;
}

} // namespace

Reader::Reader(const QString& sessionBus)
    : m_bus(QDBusConnection::connectToBus(busOf(sessionBus, m_problem), QStringLiteral("accessibility")))
{
    if (!m_problem.isEmpty())
        return;
    if (!m_bus.isConnected()) {
        m_problem = QStringLiteral("the accessibility bus cannot be reached: ") + m_bus.lastError().message();
        return;
    }
    // Programs tell only what someone listens to.
    for (const char* event : {"object:state-changed:showing", "object:state-changed:focused"}) {
        QDBusMessage listen =
            QDBusMessage::createMethodCall(kRegistry.service, QStringLiteral("/org/a11y/atspi/registry"),
                                           QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("RegisterEvent"));
        listen.setArguments({QString::fromLatin1(event), QStringList(), QString()});
        if (const QDBusMessage answer = m_bus.call(listen, QDBus::Block, kAnswer);
            answer.type() == QDBusMessage::ErrorMessage)
            m_problem = QStringLiteral("the registry does not listen: ") + answer.errorMessage();
    }
    m_bus.connect(QString(), QString(), kEvents, QStringLiteral("StateChanged"), this,
                  SLOT(stateChanged(QDBusMessage)));
}

std::optional<Node> Reader::program(const QString& name)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kPatience) {
        for (const Node& node : children(kRegistry))
            if (this->name(node) == name)
                for (const Node& window : children(node))
                    if (states(window) >> static_cast<int>(State::showing) & 1U)
                        return node;
        QThread::msleep(50);
    }
    return std::nullopt;
}

QDBusMessage Reader::askFor(const Node& node, const char* method) const
{
    return QDBusMessage::createMethodCall(node.service, node.path, kAccessible, QString::fromLatin1(method));
}

QDBusMessage Reader::askForName(const Node& node) const
{
    QDBusMessage ask = QDBusMessage::createMethodCall(
        node.service, node.path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    ask.setArguments({kAccessible, QStringLiteral("Name")});
    return ask;
}

QString Reader::name(const Node& node)
{
    return nameIn(m_bus.call(askForName(node), QDBus::Block, kAnswer));
}

QString Reader::role(const Node& node)
{
    return m_bus.call(askFor(node, "GetRoleName"), QDBus::Block, kAnswer).arguments().value(0).toString();
}

quint64 Reader::states(const Node& node)
{
    return statesIn(m_bus.call(askFor(node, "GetState"), QDBus::Block, kAnswer));
}

std::vector<Node> Reader::children(const Node& node)
{
    return nodesIn(m_bus.call(askFor(node, "GetChildren"), QDBus::Block, kAnswer));
}

Told Reader::tell(const Node& node)
{
    Told root{node, {}, {}, 0, {}};
    std::vector<Told*> level{&root};
    while (!level.empty()) {
        // A whole level is asked at once: the answers come one after the other, without a pause for each question.
        std::vector<std::array<QDBusPendingCall, 4>> asked;
        for (const Told* told : level)
            asked.push_back({m_bus.asyncCall(askFor(told->node, "GetState"), kAnswer),
                             m_bus.asyncCall(askFor(told->node, "GetRoleName"), kAnswer),
                             m_bus.asyncCall(askForName(told->node), kAnswer),
                             m_bus.asyncCall(askFor(told->node, "GetChildren"), kAnswer)});
        std::vector<Told*> next;
        for (std::size_t i = 0; i < level.size(); ++i) {
            for (QDBusPendingCall& call : asked[i])
                call.waitForFinished();
            Told& told = *level[i];
            told.states = statesIn(asked[i][0].reply());
            told.role = asked[i][1].reply().arguments().value(0).toString();
            told.name = nameIn(asked[i][2].reply());
            if (!told.is(State::showing) && told.node != node)
                continue; // what is not on the screen is not read
            for (const Node& child : nodesIn(asked[i][3].reply()))
                told.children.push_back({child, {}, {}, 0, {}});
            for (Told& child : told.children)
                next.push_back(&child);
        }
        level = std::move(next);
    }
    return root;
}

Node Reader::focused()
{
    QCoreApplication::processEvents();
    return m_focused;
}

void Reader::stateChanged(const QDBusMessage& message)
{
    const QList<QVariant> arguments = message.arguments();
    if (arguments.size() < 2 || arguments[1].toInt() != 1)
        return;
    const Node node{message.service(), message.path()};
    if (arguments[0].toString() == u"focused")
        m_focused = node;
    else if (arguments[0].toString() == u"showing")
        if (const QString kind = role(node); kind == u"notification" || kind == u"alert")
            m_heard += name(node);
}

QStringList Reader::takeHeard()
{
    QCoreApplication::processEvents();
    return std::exchange(m_heard, {});
}

const Told* find(const Told& root, const std::function<bool(const Told&)>& fits)
{
    if (fits(root))
        return &root;
    for (const Told& child : root.children)
        if (const Told* found = find(child, fits))
            return found;
    return nullptr;
}

void forEach(const Told& root, const std::function<void(const Told&)>& act)
{
    act(root);
    for (const Told& child : root.children)
        forEach(child, act);
}
