#pragma once

#include "models/inputs.h"

#include <QObject>

#include <functional>
#include <memory>

namespace trestle {

/// The plan that is being set up, as far as it is said: the steps edit it, the headline beside them is of it. What
/// nobody has said is as the catalogue has it.
class NewPlanDraft : public QObject {
    Q_OBJECT
public:
    NewPlanDraft(std::shared_ptr<const Catalogue> catalogue, Date today, QObject* parent = nullptr);

    [[nodiscard]] const std::shared_ptr<const Catalogue>& catalogue() const { return m_catalogue; }
    [[nodiscard]] const Inputs& inputs() const { return m_inputs; }
    [[nodiscard]] Date today() const { return m_today; }

    void edit(const std::function<void(Inputs&)>& change);
    /// Going on without an answer is one as well.
    void begin();
    [[nodiscard]] bool isBegun() const { return m_begun; }
    /// Whether there is something to lose.
    [[nodiscard]] bool isEdited() const { return m_edited; }

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
    Date m_today;
    bool m_begun = false;
    bool m_edited = false;
};

} // namespace trestle
