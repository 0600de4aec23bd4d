#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// A desktop of its own: an X server without a screen, a session bus and a home folder, gone when it goes. Needs no
/// desktop session, no window manager and no user's rights.
class Desktop {
public:
    Desktop();
    ~Desktop();
    Q_DISABLE_COPY_MOVE(Desktop)

    /// What keeps it from being used, with the package to install; empty: nothing.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString home() const { return m_folder.path(); }
    [[nodiscard]] QString sessionBus() const { return m_sessionBus; }
    [[nodiscard]] QProcessEnvironment environment() const { return m_environment; }
    [[nodiscard]] std::unique_ptr<QProcess> start(const QString& program, const QStringList& arguments = {}) const;

    /// Keys as the X server sends them, by xdotool's names: "ctrl+n", "Tab", "space".
    void press(const QStringList& keys) const;
    void type(const QString& text) const;

private:
    void startServer();
    void startBus();
    /// A window that is open and has no focus gets it, as a window manager would see to.
    void focusWindow() const;
    bool run(const QStringList& arguments, QByteArray* out = nullptr) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<QProcess> m_bus;
    QString m_sessionBus;
    QString m_problem;
};
