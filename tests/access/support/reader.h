#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

/// What a screen reader has of a program: objects on the accessibility bus, each by its address there.
struct Node {
    QString service;
    QString path;

    [[nodiscard]] bool isNull() const { return service.isEmpty() || path.endsWith(u"/null"); }
    friend bool operator==(const Node&, const Node&) = default;
};

/// The states that matter here, by their numbers in AT-SPI.
enum class State {
    active = 1,
    checked = 4,
    editable = 7,
    enabled = 8,
    focusable = 11,
    focused = 12,
    selected = 23,
    sensitive = 24,
    showing = 25,
};

/// A node with everything that is said of it.
struct Told {
    Node node;
    QString role; ///< as AT-SPI calls it: "push button"
    QString name;
    quint64 states = 0;
    std::vector<Told> children;

    [[nodiscard]] bool is(State state) const { return (states >> static_cast<int>(state)) & 1U; }
};

/// A screen reader without a voice: reads programs through AT-SPI's bus as Orca does, and hears their notifications.
class Reader : public QObject {
    Q_OBJECT
public:
    /// Asks the session bus for the accessibility bus, which starts it.
    explicit Reader(const QString& sessionBus);

    /// What keeps it from reading; empty: nothing.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Waits for a program of this name; nothing if it does not come.
    std::optional<Node> program(const QString& name);

    [[nodiscard]] QString name(const Node& node);
    [[nodiscard]] QString role(const Node& node);
    [[nodiscard]] quint64 states(const Node& node);
    [[nodiscard]] std::vector<Node> children(const Node& node);
    /// All that shows, from this node down; of long lists as much as is in sight.
    [[nodiscard]] Told tell(const Node& node);

    /// What got the focus last, or null.
    [[nodiscard]] Node focused();
    /// Notifications since the last time this was asked, oldest first.
    QStringList takeHeard();

private Q_SLOTS:
    void stateChanged(const QDBusMessage& message);

private:
    [[nodiscard]] QDBusMessage askFor(const Node& node, const char* method) const;
    [[nodiscard]] QDBusMessage askForName(const Node& node) const;

    QString m_problem;
    QDBusConnection m_bus;
    QStringList m_heard;
    Node m_focused;
};

/// The first node below (or this one) that fits, as the tree is read; nullptr: none.
const Told* find(const Told& root, const std::function<bool(const Told&)>& fits);
/// Each node below and this one.
void forEach(const Told& root, const std::function<void(const Told&)>& act);
