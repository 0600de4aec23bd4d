#pragma once

#include <QWidget>

#include <functional>
#include <string>

class QLabel;
class QPushButton;

namespace trestle {

class QuestionRunner;
struct LogoPicture;

using AskFileToOpen =
    std::function<QString(QWidget* parent, const QString& title, const QString& folder, const QString& filter)>;

/// A logo, shown small, with buttons to choose another and to take it away. Files are read and pictures made off the
/// GUI thread.
class LogoField : public QWidget {
    Q_OBJECT
public:
    LogoField(AskFileToOpen ask, QWidget* parent);

    [[nodiscard]] const std::string& logo() const { return m_logo; } ///< the bytes of a PNG; empty: none
    void setLogo(const std::string& logo);

Q_SIGNALS:
    /// Another was chosen, or why the file cannot be one; empty: it is.
    void told(const QString& problem);

private:
    void choose();
    void read(std::function<LogoPicture()> reader);
    void show(const LogoPicture& picture);

    AskFileToOpen m_ask;
    QLabel* m_preview;
    QPushButton* m_choose;
    QPushButton* m_remove;
    QuestionRunner* m_reading;
    std::string m_logo;
};

} // namespace trestle
