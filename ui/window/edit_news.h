#pragma once

#include "ui/document/plan_document.h"

#include <QObject>

#include <functional>

namespace trestle {

class InputOrigin;
class Toast;

/// Tells of each edit that is not where the eye is, with a button that takes it back: undo and redo; what goes away;
/// edits of the project as a whole; and whatever the menu bar, a dialog or a key did. The rule stands in ui/README.md.
class EditNews : public QObject {
    Q_OBJECT
public:
    /// `pages`: what shows the plan, and owns this.
    EditNews(PlanDocument& document, Toast& toast, QWidget& pages);

    /// Edits that are told of elsewhere while they are made.
    void setToldElsewhere(std::function<bool()> isTold);

private:
    void follow(const Edited& edited);
    [[nodiscard]] bool isNews(const Edited& edited) const;

    PlanDocument& m_document;
    Toast& m_toast;
    InputOrigin* m_origin;
    std::function<bool()> m_isToldElsewhere;
    QString m_told; ///< the message that is about the last edit
};

} // namespace trestle
