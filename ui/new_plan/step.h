#pragma once

#include <QLabel>
#include <QWidget>

class QVBoxLayout;

namespace trestle {

/// A page of the dialog: a heading, a sentence, and what is asked.
class NewPlanStep : public QWidget {
    Q_OBJECT
public:
    /// Puts the focus where one begins.
    virtual void focusFirst();
    /// Takes what was typed; false, with the focus where it is and a word on it, where that cannot be used.
    virtual bool settle();
    /// Takes what can be used and drops the rest.
    virtual void skip();

Q_SIGNALS:
    void rowsChanged(); ///< another order to be read in

protected:
    NewPlanStep(const QString& name, const QString& heading, const QString& explanation, QWidget* parent);
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    /// A label above what it is of.
    void addLabelled(const QString& label, QWidget* field, QWidget* control = nullptr);

private:
    QVBoxLayout* m_column;
};

/// What is wrong with the field above; hidden while nothing is.
class ProblemLabel : public QLabel {
    Q_OBJECT
public:
    ProblemLabel(const QString& name, QWidget* parent);
    void tell(const QString& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
};

} // namespace trestle
